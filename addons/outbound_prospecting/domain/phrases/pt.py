"""Portuguese, of Portugal and Brazil."""

from . import pt_firm

STOP_WORDS = """o os as um uma e que de em por para com não nos me meu minha é são obrigado obrigada olá bom dia
cumprimentos você vocês isso isto este esta estou estamos mas mais muito já do da dos das ao no na se como quando seu sua
temos tenho pode qual quanto onde quem bem boa tarde atenciosamente vossa vosso nossa nosso pela pelo também à sobre foi
att abraço"""
NEGATION = "não nao nunca jamais sem nem nada nenhum nenhuma"
CLASSES = {
    "mail": "mail* e-mail* email* mensage* newsletter* publicidade comunicaç* comunicações spam correio* propaganda "
    "informações ofertas contactos contatos",
    "list": "lista* base* mailing* newsletter* sistema banco cadastro ficheiro* distribuição contactos contatos envio",
    "write": "contact* contat* escrev* envi* mand* incomod* lig* perturb* chate* comunic* remet* importun* spammar",
    "remove": "remov* retir* elimin* exclu* apag* tir* cancel* descadastr* tira delet* risc*",
    "day": "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira amanhã hoje",
    "part": "manhã tarde almoço noite",
    "person": "pessoa interlocutor* contacto contato responsável destinatári* endereço indicada indicado certa correta",
    "data": "dados mail e-mail email endereço contacto contato número telefone informações nome correio",
}
CUES = (
    pt_firm.CUES
    + """
out_of_office 5
    fora .. escritório|empresa
    estou|estarei|encontro-me|me_encontro|encontra-se|atualmente|ficarei .. férias|ausente|viagem|licença|baixa|fora
    de|em férias|licença|viagem .. até|de|e|volto|regresso|com|maternidade|a
    de férias
    licença .. maternidade|paternidade|médica|parental
    regresso|regressarei|retorno|retornarei|volto|voltarei|estarei_de_volta|regressando .. no|a|em|dia|segunda|ao|às|dia_|na
    meu|no_meu regresso|retorno
    minha ausência|na_minha_ausência
    ausente .. até|escritório|do|de|por
    acesso .. limitado|restrito|reduzido .. mail|email|e-mail
    urgência|urgente*|urgentes .. contact*|contat*|ligue*|fale*|favor|pode
    assunto*|caso .. urgente*|urgência
    não .. poderei|conseguirei .. responder|ler
    resposta automática .. ausên*|fora|férias
    encerrad*|fechad* .. escritório|férias|até
auto_reply 5
    mensagem|resposta|e-mail|email|mail automátic*|gerad*|automaticamente
    automaticamente $
    recebemos|receb* .. sua|seu|a_sua|o_seu|tua .. mensagem|email|e-mail|pedido|solicitação|contacto|contato
    sua|seu|vosso|a_sua .. mensagem|pedido|solicitação|email|e-mail|chamado|contacto .. recebid*|registad*|registrad*|foi|encaminhad*|abert*
    responder*|contactar*|resposta|retorn*|entrar* .. breve|possível|brevidade|24|48|assim_que
    mais breve|rápido|rapidamente possível
    o|com mais|maior breve|brevidade
    logo|assim que possível
    não|nao .. respond* .. esta|este|a_este|a_esta|ao
    por favor não responda
    ticket|protocolo|chamado|pedido .. número|aberto|criado|nº|registado|registrado|n
    obrigad* .. contacto_connosco|contactar|entrar_em_contact*|entrar_em_contat*|contatar|nos_contactar|contato_conosco|seu_contato|seu_contacto
    caixa|endereço|conta|email|e-mail .. não|deixou .. monitor*|lid*|verificad*|ativ*|usad*
    horário .. atendimento|funcionamento
    serviço|apoio|atendimento .. ao cliente
    número .. protocolo|pedido|referência
referral 4
    fal*|contact*|contat*|escrev*|dirij*|convers*|procur* .. com|o|a|ao|à|diretamente|meu|minha .. colega|responsável|diretor*|chefe|departamento|meu|minha|nosso|nossa|ele|ela|gerente|sócio
    meu|minha|nosso|nossa colega*|chefe|diretor*|gerente|sócio|responsável|coordenador*
    responsável .. é|por|pela|desta|dessa|deste|compras
    quem .. trata|cuida|decide|gere|responde|responsável|vê
    pessoa|contacto|contato .. certa|indicada|correta|adequada|responsável .. é|seria|para
    encaminh*|reencaminh*|repass*|reenvi*|pass*|transmiti .. seu|o_seu|sua|a_sua|este|para|ao|à|mensagem|email .. e-mail|email|mensagem|colega|departamento|responsável|mail|contato|proposta|equipa|equipe
    encaminhei|reencaminhei|repassei|vou_encaminhar
    em cópia|cc|copio
    ele|ela .. trata|cuida|responsável|gere|decide|tratam
    trata|cuida|encarrega .. disso|deste|desse|dessa|dos|das
    fale|fala|falar com .. ele|ela
    email|contacto|contato|telefone dele|dela
referral 3
    fal*|contact*|contat*|escrev*|convers* .. com|a|ao|o !comigo|connosco|nos
wrong_person 4
    não|nao .. sou|pessoa .. @person
    não|nao .. pessoa|responsável .. certa|indicada|correta|adequada|por
    pessoa|destinatário|endereço errad*|enganad*
    engan* .. pessoa|destinatário|contacto|se|número|no
    já|ja não|nao .. trabalh*|faço|estou|sou|colabor*|exerç*|pertenç*|está
    não|nao .. trabalh*|faço .. mais|parte .. aí|empresa|lá|nessa|aqui|para|na|com
    não|nao .. mais .. empresa|trabalh*|parte|aqui
    deixei|saí|deixou|saiu .. empresa|companhia|cargo
    aposentad*|reformad*|reformei|aposentei
    não|nao .. trato|comigo|responsável|competência|decido|cuido|cabe|minha_área|meu_departamento|compete|encarregado
    não|nao .. minha|meu .. área|departamento|função|responsabilidade|competência
    nada .. ver .. com
    não|nao .. trabalho .. área|nessa|com_isso
    confund* .. com
    estagiári*
    mudei .. de .. emprego|empresa|trabalho
not_interested 4
    não|nao .. interess*|interesse|precis*|necessit*|necessidade|relevante|faz_sentido|se_aplica|adequa*|útil
    sem|nenhum interesse|necessidade
    ^ não|nao obrigad*|muito_obrigad*
    ^ não|nao $
    obrigad* mas não
    declin*|recus*|dispens* .. proposta|oferta|convite|a|gentilmente
    dispensamos|dispenso
    não|nao .. avançar|prosseguir|seguir|continuar|dar_seguimento
    decidimos|optámos|optamos .. não
    não|nao é para nós
    boa sorte
    não|nao .. é .. nosso .. interesse
    estamos bem|servidos|cobertos
    sucesso
not_interested 2
    obrigad* mas
    infelizmente
    agradeç* .. mas
objection 4
    muito|demasiado|bastante|tão|demais car*|elevad*|alt*|complex*|pequen*|complicad*|grande*
    caro|cara|caros|custoso
    preço* .. alto*|elevad*|demais|fora
    alto|caro demais
    não|sem|falta|pouco|nenhum .. orçamento|verba|dinheiro|recursos|budget|fundos|orçamental
    orçamento .. limitado|congelado|esgotado|apertado|fechado|cortado
    fora .. orçamento|alcance
    já|atualmente|ja .. temos|trabalh*|us*|utiliz*|contamos|dispomos|fornecedor|solução|um|uma|fazemos|parceiro .. !interesse
    trabalhamos|usamos|utilizamos .. com|já|outr*
    satisfeit*|content*|feliz|felizes .. com|estamos|muito
    estamos|estou .. satisfeit*|content*|felizes
    fornecedor|solução|sistema|ferramenta atual
    internamente|interno|interna .. desenvolv*|fazemos|próprio|equipa|equipe
    fazemos|desenvolvemos .. internamente|nós
    contrato .. com|até|vigente|em_vigor|assinado
    concorr* .. mais|barat*|oferec*|metade
    mais barat*
    não|nao .. vej*|vemos|vê .. motivo|razão|valor|vantagem|sentido|porquê|diferença|benefício
    mudar|trocar|migrar .. de|sistema|fornecedor|seria|custa|ferramenta|agora
    má|péssima experiência
    já .. tentámos|tentamos|experimentámos|testamos|testámos
    não|nao .. convenc*|confio|acredito|funcion*
    duvid*|cétic* .. que
deferral 4
    fal*|contact*|contat*|volt*|escrev*|lig*|retom*|entre|entrem|procur*|convers*|recontact*|tent* .. em|daqui|depois|após|a|no|na|mais|próximo|novamente|comigo|dentro|outra|para .. janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|ano|trimestre|semestre|mês|meses|semanas|semana|verão|páscoa|férias|natal|tarde|novamente|frente|altura|adiante|contactar|contatar|contacto|contato|falar|carnaval|janeiro
    daqui .. a|uns .. semana*|mês|meses|ano|dias
    mais tarde|para_a_frente|adiante|à_frente|pra_frente
    próximo|próxima trimestre|semestre|ano|mês|orçamento|exercício
    ano|trimestre|semestre|mês que_vem|próximo|seguinte|vindouro
    depois|após|passado .. verão|páscoa|férias|natal|carnaval|festas|fecho
    dentro|em .. de|alguns|dois|três|seis|um|umas .. meses|mês|semanas
    outr* prioridades|projetos|projectos|assuntos
    voltemos|voltamos|retomemos|retomamos|retomar|volte|voltar .. a|ao|falar|assunto|contactar
    focad* .. noutros|em_outros|outros|outras|noutras
    adi*|posterg*|suspens*|pausa|stand-by|em_espera .. projeto|para|decisão|isso
    talvez|quem_sabe|eventualmente .. mais|próximo|depois|em|ano|para|futuro
    veremos|analisaremos|avaliaremos .. em|ano|mais|próximo
    só .. em|no|depois|a_partir|para .. ano|próximo|trimestre|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|férias|semestre
    antes .. não
deferral 3
    não|nao .. momento|agora|atualmente|este_ano|este_trimestre|prioridade|ainda|altura|prioritário|por_enquanto|neste
    agora|neste_momento|de_momento|no_momento|por_agora|atualmente|por_enquanto .. não|estamos|impossível|outr*
    por agora|enquanto|ora
    mau|má|péssimo|melhor|bom|boa|não_é_o momento|altura|timing|hora
    ocupad*|atolad*|sobrecarregad*|atarefad*|sem_tempo|cheio_de_trabalho
meeting_request 4
    lig* .. me|nos|para|pra|@day|amanhã
    ligue-me|liga-me|me_liga|me_ligue|ligue-nos|telefone-me|pode_ligar
    reunião|reunir|videochamada|chamada|call|videoconferência|demo|demonstração|encontro|bate-papo|conversa .. @day|para|próxima|semana|às|??|breve|rápida|sobre_isso
    marc*|agend*|combin*|program*|fech* .. reunião|chamada|call|uma|conversa|videochamada|hora|horário|demo|encontro|um
    podemos|poderíamos|que_tal|vamos .. conversar|falar|marcar|agendar|reunir|encontrar|nos_falar|nos_ver|conversarmos|falarmos|reunirmos
    que tal .. @day|às|conversar*
    disponib*|disponív* .. @day|às|semana|próxima|??|para|entre|tem|estou
    estou|estarei .. disponív*|livre .. @day|às|para|entre|na
    quando|que_dia|que_horas|qual_horário .. pode*|disponív*|conversar|falar|falamos|tem ??
    @day .. às|as|h|pelas
    @day .. de|à|a|da @part
    @day .. serve|funciona|pode_ser|ok|bom|dá
    calendly|agenda|calendário|convite|link_zoom|zoom|teams|google_meet|meet
    café
    passar|passe|vir|visit* .. escritório|instalações|nos
    pessoalmente|por_telefone|ao_telefone
interest 4
    interessante|interessa|interessad*|interesse|interessaria|interessam
    parece|achei|soa|muito|é|pareceu .. interessante|bem|bom|ótimo|útil|relevante|legal|promissor*
    mais|maiores .. informações|detalhes|informação|infos
    envi*|mand*|pass*|partilh*|compartilh*|encaminh* .. me|nos|mais|a|uma|um|o|pode|por_favor .. informações|informação|proposta|apresentação|catálogo|orçamento|detalhes|brochura|material|preços|folheto|casos|referências|mais|documentação|demo|tabela
    envie-nos|envie-me|envia-me|manda-me|mande|manda|me_manda|me_envia .. !spam
    gostaria|gostaríamos|gostava|queria|quero|adoraria .. saber|conhecer|ver|receber|entender|mais|perceber|testar|experimentar
    saber|conhecer .. mais|melhor
    conte-me|me_conta|conta-me|fale-me|me_fala .. mais
    proposta|apresentação|brochura
    procura|procurando|à_procura|buscando|estamos_a_procurar .. de|algo|solução|uma|isso
    exatamente|justamente .. procur*|precis*|que
    porque|por_que|porquê não
    ^ sim .. claro|por_favor|com_certeza|temos|quero|gostaria
    vem a calhar
    próximo* passo*
    teste|período gratuito|de_teste
question 4
    qual|quais|quanto|quanta|quantos|quando|como|onde|quem|porque|porquê|por_que|o_que ... ??
    em|com|para|de|a|por que|qual|quais|quem|quanto ... ??
    tem|têm|é|são|funciona*|oferec*|há|existe|pode*|trabalh*|inclu*|integra*|isto|vocês|isso|dá|atendem|precisa|serve|fazem|está ... ??
    preço*|custo*|valor* ??
    quanto .. custa|tempo|fica|sai|custaria
    pergunta|dúvida|perguntas|dúvidas
    explic* .. me|como|melhor|o_que|??
    diferença* .. entre|para|qual
    em que .. consiste|difer*
other 2
    ^ obrigad*|ok|okay|recebido|entendido|perfeito|combinado|certo|ótimo|ciente|beleza|valeu|tá_bom $
    ^ obrigad*|muito_obrigad* .. pela|pelo|mensagem|contacto|contato|informação|retorno $
    ^ ok recebido
    ^ tudo bem
    bom|boa|feliz|boas|ótimo dia|fim_de_semana|natal|páscoa|semana|festas|ano|tarde|noite $
"""
)
