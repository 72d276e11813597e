"""Portuguese: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    não|nao .. entr*|entre|entrem .. contato|contacto
    esqueç*|esquec*|percam|perca .. meu|o_meu|este|mim|me|de_mim|endereço
    não|nao .. aceit*|recebemos|respond* .. propostas|ofertas|publicidade|prospec*|comercia*|solicitad*
    exclu* .. me|mim|meu|nos|minha
    deix* .. para_lá|pra_lá|quieto|sossegad*
    nunca mais .. me|nos
    para|pare|parem|parar .. com .. isso|isto|estes|esses|mensagens|insist*
    não|nao .. ser .. contact*|contat*|incomod*|perturb*|abord*
    deix*|manten*|mantenham .. me|nos .. fora|de_fora|de_lado
    me .. deix* .. fora|de_fora
    seja|será|fosse|é .. último|última .. @mail|vez
    bloque* .. vos|vocês|o_seu|seu|este|remetente|endereço|você|vou
    marc*|denunci*|report* .. como spam|lixo|indesejad*
    não|nao .. bem-vind*|desejad*|solicitad* .. @mail|aqui|$
    abst* .. de .. @write|enviar|contactar|contatar|novos|mais
    não|nao .. insist*
    quero|queria|gostaria|gostava|desejo|pretendo .. sair|ser_removid*|ser_retirad*|deixar_de|não_receber|ser_excluíd*|que_não_me|que_me_remov*|que_me_tir*|que_me_retir*
    sair .. da|desta|dessa .. @list
    poup* .. me|nos .. @mail|a|de
    não|nao .. voltasse*|voltem|volte .. contact*|contat*|escrev*|a
    tir*|remov*|retir*|apag*|exclu* .. eu|mim .. da|desta|dessa
    descadastr*|desinscrev*|unsubscribe|remova-me|remover-me|remova_me|remove-me|retire-me|retirem-me|tire-me|tirem-me|me_remova|me_retire|me_tire|me_exclua|me_tira|excluam-me|removam-me|removem-me|opt-out|me_remove|desinscrição|desinscrever|eliminem-me|elimine-me|anular_subscrição|me_descadastre|me_removam|me_tirem|apaguem-me
    @remove .. me|meu|minha|nosso|este|nome|o_meu .. lista|@list|email|e-mail|mail|endereço|contacto|contato|nome|cadastro
    @remove .. da|das|do|desta|dessa .. @list
    cancel*|anul* .. subscrição|inscrição|assinatura|cadastro
    não|nunca|nao .. @write .. mais|novamente|nunca_mais|outra_vez !antes
    não|nao .. me|nos .. @write|contactem|escrevam|enviem|mandem|liguem|contatem|incomodem !antes|até
    não|nao .. quer*|desej*|pretend*|gostaria .. receber|ser_contact*|ser_contat*|mais .. @mail|mais|vosso*|seus|contact*
    não|nao .. receber .. @mail|mais|nada
    não|nao .. voltem|volte|voltar .. a|me .. @write
    não|nao .. mais .. @mail
    nenhum|nenhuma|sem|chega|basta .. mais|outro|outra|de .. @mail
    chega de
    par*|pare|parem|para|deix*|cess*|stop .. de|com|o .. @write|@mail|spam|mandar|enviar|me_mandar|me_enviar|encher
    ^ parem|pare|stop|sair|remover|cancelar $
    ^ stop|parem|remover por_favor|obrigad* $
    nunca mais .. @write|mail*|receber|contact*
    oponho|opomos .. a|ao|receção|utilização
    não autorizo|autorizamos .. contact*|contat*|envio|mais|uso
opt_out 4
    vão|vai .. incomodar|chatear|outro
    @mail indesejad*|não_solicitad*
    deix*|deixa .. me|nos .. paz|sossego
    me deix* .. paz
opt_out 3
    nunca|não .. inscrevi|subscrevi|autorizei|pedi|solicitei|cadastrei|consentimento
    sem .. autorização|consentimento|permissão
trap 6
    não|nao .. demor*|esper*|esque*|perc* ...
    não|nao .. parem|pare|desista|deixem|deixe|pares
    como|pode|permite|dá|consegue|vocês ... descadastr*|opt-out|desinscr*|remoção|cancelamento ... clientes|ferramenta|software|sistema|contactos|contatos|utilizadores|usuários|plataforma|produto|assinantes|automaticamente
    taxa de cancelamento|descadastramento
    todos|todas|toda_a_gente|todo_mundo .. remov*|descadastr*
    remov*|descadastr*|exclu* .. todos|todas|todo_mundo|toda !os_meus|os_dados|meus
    não|nao .. @write .. antes|até
    não|nao .. hesit*
law 1
    rgpd|lgpd|gdpr|cnpd|anpd
privacy_request 6
    direito|direitos .. de|a|ao|à acesso|esquecimento|apagamento|eliminação|oposição|retificação|portabilidade|titular
    quais|que .. dados|informações .. têm|tem|sobre_mim|possuem|meus|guardam|armazenam|tratam|detêm
    dados .. pessoais|sobre_mim|a_meu_respeito
    apag*|elimin*|exclu*|remov*|delet* .. todos|todas|meus|os .. dados|informações
    base legal|jurídica
    cópia .. dados
    tratamento .. dados
    artigo|art 15|17|21|18
privacy_request 5
    sabem|sabe|sabes .. sobre|de mim
    quem .. deu|passou|forneceu|vendeu|cedeu .. vos|lhes|meu|o_meu
    onde|como .. obtiver*|conseguir*|arranj*|encontr*|obtev*|consegui*|tem|têm|tiver*|achou|acharam|pegou|pegaram|tirou|tiraram|foram_buscar .. meu|minha|meus|nosso|nossos|o_meu|@data
    onde|como .. @data .. obtid*|encontrad*
    de onde|aonde .. @data|meu|meus|vem|veio|tiraram|tirou
    quem .. deu|forneceu|passou|vendeu|cedeu .. meu|meus|o_meu|@data
    meus dados
    exclusão|eliminação|apagamento|remoção .. dados|informações
    origem|fonte|proveniência .. dados|meu|meus|endereço|dos|do
    encarregado .. dados|proteção
    proteção de dados
erase 1
    apag*|elimin*|exclu*|esquecimento|remo*
access 1
    acesso|quais_dados|cópia|que_dados
source 1
    onde|origem|fonte
    como .. obtiver*|conseguir*|obtev*|consegu*|arranj*
hostile 5
    merda|puta|puto|caralho|porra|foda*|idiota*|imbecil*|imbecis|estúpid*|burro*|otário*|palhaço*|vigarista*|burlões|burlão|golpista*|ladrões|ladrão|aldrabão|aldrabões|cabrão|cabrões|babaca*|parasitas|vagabund*|desgraçad*|canalha*|trouxa*|lixo|safad*
    vá|vão|vai|vaite .. à|a|se|pro|para .. merda|foder|inferno|diabo|caralho|catar|fava|lixar|chatear|ferrar|raio
    desapareç*|some_daqui|suma|sumam|sumam-se
    denunci* .. vos|vou|vocês|los|por|polícia|spam|à|ao|isto
    vou|vamos .. denunci*|process*
    meu|nosso advogado*
    advogado* .. contact*|entrar|meus|falar
    ações|medidas|processo judici*|legais
    vergonha|vergonhoso|inadmissível|inaceitável|absurdo|ridículo|palhaçada|nojo|nojent*|indecente
    assédio|perseguição
    farto|fartos|cansado|saco_cheio|de_saco
    que .. falta_de_respeito|descaramento|lata
    burla|golpe|fraude
    cala|calem .. boca|se
    encher|enchendo .. saco
    como se atrev*
hostile 3
    spam|spammer*|irritante|chato|chatos|abus*
legal 1
    advogado*|tribunal|processo|judicial
security 1
    questionário_de_segurança|iso_27001|auditoria
press 1
    jornalista|redação|imprensa
machine 1
    é|és|falo|estou .. robô|robot|máquina|ia|bot|humano ??
instructs 1
    ignor* .. instruções|regras
    esqueç* .. instruções|regras
    remov*|descadastr* .. todos
"""
