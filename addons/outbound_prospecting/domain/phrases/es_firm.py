"""Spanish: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    pued*|podr*|podéis|quiero|necesito|pido|solicito .. borrarme|quitarme|eliminarme|sacarme|darme_de_baja|borrarnos|eliminarnos|quitarnos|sacarnos .. de .. @list|envíos|envío|sus|su|vuestr*|esta|este|aquí
    olvíd*|olvid*|pierd* .. mi|este|me|de_mí|nuestro
    olvídense|olvídese|olvídate|olvidaos .. de_mí|nosotros|mi
    no .. acept*|admit*|atend* .. publicidad|propuestas|ofertas|comercial*|solicitad*
    no .. pong*|pón*|ponga*|entr* .. contacto
    exclú*|exclu*|excluy* .. me|nos|mi|nuestro|de
    déjelo|déjenlo|déjalo|dejadlo|déjese|déjense .. ya|estar|así|$
    ya está|basta bien|ya .. de
    demasiado|tanto|tantos correo|correos|mensajes|email|emails ... par*|bast*|dej*|stop
    sáquenme|sácame|sacadme|sáqueme|quítenme|quitadme|bórrenme|borradme|saquen|fuera .. $
    déj*|dej*|mantén*|manten* .. me|nos .. fuera|al_margen|aparte
    déjenme|déjeme|dejadme|déjame|manténganme|manténgame .. fuera|al_margen|aparte
    sea|será|fuera|es .. último|última .. @mail|vez
    bloque* .. les|los|te|su|tu|sus|vuestro|este|remitente|dirección
    marc*|report*|señal* .. como spam|no_deseado
    no .. bienvenid*|desead*|solicitad* .. @mail|aquí|$
    abst*|absténganse|absténgase|abstente|abstenerse .. de
    no .. insist*
    ahórr*|ahorr* .. me|nos|se|sus|los .. @mail
    quier*|quisiera|querría|me_gustaría .. salir|dejar_de|desapuntar*|no_recibir|que_no_me|que_me_borr*|que_me_quit*|que_me_elimin*|que_me_saqu*|desaparecer
    salir .. de .. @list
    ni .. un|una .. más
    solicit*|pido|quiero|tramit*|deseo .. baja !médica|laboral
    desuscrib*|darme_de_baja|dadme_de_baja|denme_de_baja|deme_de_baja|dame_de_baja|unsubscribe|dar_de_baja|desapunt*|baja_de_la_lista|opt-out|cancelar_suscripción|anular_suscripción|desinscrib*
    dar*|den|deme|denme|dadme|dame|dado|dada .. de|la baja
    de baja .. de|por|en|lista|$
    ^ baja $
    ^ baja por_favor|porfa|gracias $
    cancel*|anul* .. suscripción|inscripción
    borr*|elimin*|elimín*|bórr*|quit*|quít*|saqu*|sáqu*|remuev*|retir*|retír*|suprim* .. me|nos|mi|nuestro|mis|esta|lista .. correo|email|mail|dirección|lista|@list|nombre|contacto
    bórreme*|bórrenme|elimíneme|elimínenme|elimíname|bórrame|quíteme|quítenme|quítame|sáqueme|sáquenme|sácame|retírenme|retíreme|borradme|eliminadme|quitadme|sacadme|bórrennos|elimínennos|quítennos
    no .. @write .. más|nunca|otra_vez|nuevamente|mas !información|detalles|antes
    no .. más|mas|nunca .. @mail|@write
    no me|nos .. escrib*|contact*|envíe*|envie*|mand*|molest*|llame* !hasta|antes
    no .. vuelv* .. @write|contactar*|escribir*|enviar*|llamar*|molestar*|mandar*
    no .. recibir|reciba|recibiendo|quiero_recibir .. @mail|más|sus|vuestros|tus|nada|este
    no .. ser|seguir .. contactad*|molestad*|recibiendo
    no .. desea*|quier*|autoriz*|queremos .. más|recibir|que_me|que_nos|reciba .. @mail|contact*|escrib*|vuestros|suyos
    dej*|pare*|para|paren|basta|cese*|ces*|stop|parad .. de|con .. @write|@mail|molestar*|mandar*|enviar*|escribir*|spam
    basta de|ya
    ni un @mail más
    ningún @mail más
    ^ stop|paren $
    ^ stop por_favor|gracias $
    no quiero saber .. más|ustedes|nada
    opongo|oponemos .. a
opt_out 4
    vay*|id|ve .. molest*|a_otro|otra_parte
    déj*|dej* .. me|nos .. paz|tranquil*
    déjenme|déjeme|dejadme|déjame en|tranquil*
opt_out 3
    nunca|no .. suscrit*|suscribí|autoricé|autorizado|consentimiento|apunté|registré|di_mi
trap 6
    no pero .. vuelv*|escríb*|contact*|llám* ...
    se_puede|puede|puedo|podemos|pueden .. cancelar|darse ... ??
    no .. tard*|esper*|olvid*|pierd* ...
    no .. bajas|altas .. médic*
    no .. dud*|vacil*
    no .. deje*|pare*|dejes|deis
    cómo|como|puede|permite|tiene|gestiona|qué ... baja*|desuscrib*|opt-out ... clientes|herramienta|software|sistema|contactos|usuarios|plataforma|suscriptores|producto|solución|automáticamente
    todos|todas|todo_el_mundo .. los|las|de .. baja
    tasa|índice de baja*
    dar|dé|da de baja .. todos|todas|clientes|usuarios|contactos|suscriptores
    no .. dude*
    no .. escrib*|contact*|llame* .. hasta|antes
    proveedor|contrato|empleado .. baja
    de baja médica|laboral|maternal|paternal|por_enfermedad|por_maternidad|hasta
    estoy|encuentro|está|encontraré|estaré de baja
law 1
    rgpd|lopd|lopdgdd|gdpr|agpd|aepd|habeas_data|reglamento_general
privacy_request 6
    derecho|derechos .. de|al|a acceso|supresión|olvido|oposición|cancelación|rectificación|arco|información
    datos personales
    borr*|elimin*|supr*|cancel* .. todos|todas|mis|toda .. datos|información
    base jurídica|legal|legitim*
    copia .. de|mis .. datos
    tratamiento .. de mis|datos
    artículo|art 15|17|21
privacy_request 5
    saben|sabe|sabéis|sabes .. sobre|de mí|mi
    quién|quien .. ha|han|les|os|le|te .. dado|pasado|facilitado|vendido|proporcionado .. mi|mis
    de dónde|donde .. @data|sac*|tien*|obtuv*|han|has|habéis|ha|consigu*
    dónde|donde .. obtuv*|consigu*|sac*|encontr*|han|has|habéis|ha .. @data|mi|mis|conseguido
    cómo|como .. consigu*|obtuv*|han|has|habéis|ha|tien*|llegó .. mi|mis|nuestro|nuestros|me .. @data
    quién|quien .. dio|dado|facilit*|vendi*|proporcion* .. mi|mis|nuestro
    qué|que|cuáles .. datos|información .. tien*|sobre_mí|sobre_mi|míos|almacen*|guard*|tratan|mis|posee*
    datos .. sobre_mí|sobre_mi|mi_persona|me_conciernen
    supresión|eliminación|cancelación|borrado .. de .. datos|información
    origen|procedencia|fuente .. de|mis .. datos|dirección|correo|información
    delegado .. protección
    protección de datos
erase 1
    supres*|supr*|borr*|elimin*|olvido
access 1
    acceso|qué_datos|copia|qué_información
source 1
    de_dónde|de_donde|origen|procedencia|fuente|dónde
    cómo .. mi|mis
hostile 5
    mierda|cabron*|gilipollas|imbécil*|idiota*|estafador*|hijo*_de_puta|puta|puto|putos|joder|coño|capullo*|payaso*|sinvergüenza*|ladrones|ladrón|timador*|basura|caradura*|pendejo*|chingar|chingada|verga|pesados|pringado*|cerdos|cállate
    váyanse|vete|vayan|iros|idos|vayanse|iros .. a|al|por .. mierda|carajo|infierno|diablo|porra|culo|pedo|paseo
    lárg*|piérd*|esfúm*|que_os_den|que_te_den|os_den
    asco .. de|dais|dan|me
    qué|que asco|vergüenza|desfachatez|poca_vergüenza|descaro
    vergonzoso|vergüenza|indignante|lamentable|inaceptable|intolerable|patético*
    acoso|acosando|hostigamiento
    denunci* .. os|les|los|voy|vamos|a|por|policía|te|ante|sus
    voy|vamos .. a .. denunci*|demand*
    mi|nuestro abogado*
    abogado* .. ponerse|contactar|mis|nuestros|hablar
    acciones legales
    harto*|hasta_las_narices|hasta_los_cojones|estoy_harto
    estafa|timo
    cómo se atrev*
    quién te|les|os .. cree*
    no .. tienen|tenéis|tienes .. vergüenza
    a la mierda
hostile 3
    spam|spammer*|ridículo|molesto|pesad*|indecente
legal 1
    abogado*|demanda*|tribunal*|acciones_legales
security 1
    cuestionario_de_seguridad|auditoría_de_seguridad|iso_27001
press 1
    periodista|prensa|redacción
machine 1
    eres|es|hablo|sois .. robot|máquina|ia|bot|humano ??
instructs 1
    ignor* .. instrucciones|reglas|normas
    olvid* .. instrucciones|reglas
    dar|da|dé de_baja .. todos
"""
