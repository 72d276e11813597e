"""Spanish, usted, tú and vosotros."""

from . import es_firm

STOP_WORDS = """el los las una y que de en por para con no su sus nos me mi es son gracias hola buenos días saludos
usted ustedes esto este esta está estamos pero más muy ya lo se del al un como si cuando tu te le hemos tenemos puede
buenas qué cuál cuánto dónde yo somos estoy favor también nosotros vuestra"""
NEGATION = "no nunca jamás sin ni nada ningún ninguna tampoco"
CLASSES = {
    "mail": "correo* mail* e-mail* email* mensaje* newsletter* publicidad comunicación* comunicaciones información spam "
    "boletín* boletines propaganda informaciones ofertas",
    "list": "lista* base* fichero* mailing* newsletter* sistema distribución boletín registro* contactos envíos",
    "write": "contact* escrib* envi* envíe* envie* envíen mand* molest* llam* comunic* remit* correos contacten contacte* "
    "bombarde* acos* spammear",
    "baja": "baja borra* borre* elimin* quita* quite* quít* bórr* elimín* saque* saca* sáqu* remueva* retire* retíre* desuscrib* suprim* excluy* dadme denme deme",
    "day": "lunes martes miércoles jueves viernes mañana hoy",
    "part": "mañana tarde mediodía",
    "person": "persona interlocutor* contacto responsable* destinatario dirección indicado indicada adecuado adecuada correcta correcto",
    "data": "datos correo mail e-mail email dirección contacto número teléfono información nombre",
}
CUES = (
    es_firm.CUES
    + """
out_of_office 5
    fuera .. oficina|despacho|del_trabajo|de_la_ciudad
    estoy|estaré|me_encuentro|encontraré|estará|encuentro|actualmente .. vacaciones|ausente|de_viaje|de_baja|permiso|fuera|de_permiso|fuera_de|licencia
    de vacaciones
    de baja .. maternal|paternal|médica|por|hasta|laboral|mi|y
    baja médica|maternal|paternal|laboral|por_maternidad|por_paternidad
    licencia|permiso de|por maternidad|paternidad|parental|médica|enfermedad
    volveré|vuelvo|regreso|regresaré|retorno|reincorporo|reincorporaré|incorporaré|vuelta .. el|a|lunes|oficina|al|en_la|martes|día
    a mi vuelta|regreso|retorno
    de|mi vuelta|regreso .. el|a
    mi ausencia
    ausente .. oficina|hasta|del|desde|por
    acceso .. limitado|restringido|reducido|esporádico .. correo|mail|email|e-mail
    limitado|sin acceso
    urgente*|urgencia* .. contact*|llam*|escrib*|diríj*|póng*|pued*|favor
    asunto*|tema*|caso|cuestión .. urgente*|urgencia
    no .. podré|será|tendré .. leer|atender|responder|acceso|leído|leeré
    respuesta automática .. ausen*|fuera
    oficina .. cerrada|permanecerá
    mi correo .. atiende|atenderá|atenderán
auto_reply 5
    mensaje|respuesta|correo|email|acuse|contestación automátic*|autom*|generado|de_recibo
    automáticamente|autogenerado|generado_automáticamente
    hemos|ha|se_ha|he .. recibido .. su|tu|vuestro|el|la|correctamente .. mensaje|correo|solicitud|consulta|email|petición|mail
    recibido .. su|tu .. mensaje|correo|solicitud|consulta|petición
    su|tu .. mensaje|correo|solicitud|consulta|petición|ticket|incidencia .. recibid*|registrad*|ha_sido|abierto|creado|atendid*
    responder*|contestar*|atender*|contactar*|respuesta|pondremos|pondrá|pondrán .. antes_posible|lo_antes|brevedad|breve|24|48|mayor_brevedad|próximamente|contacto_con|en_cuanto
    lo antes|más .. posible|pronto_posible|rápido_posible
    a la mayor|brevedad
    en breve
    no .. responda*|conteste*|respond* .. este|a_este
    ticket*|incidencia|expediente|caso|solicitud .. número|creado|abierto|nº|registrad*|n
    gracias .. contactar|contactarnos|ponerse_en_contacto|escribirnos|su_consulta|comunicarse|por_escribir
    buzón|cuenta|correo|dirección|casilla .. no|ya_no .. atend*|monitor*|activ*|revis*|supervis*|uso|operativ*|existe
    horario .. atención
    número .. de .. referencia|caso|ticket|expediente
    servicio|atención .. al|de_atención cliente|cliente
    nuestro equipo .. contactará|responderá|atenderá|pondrá
referral 4
    habl*|contact*|escrib*|dirij*|diríj*|póng*|consult*|comuníqu*|dirig* .. con|a|al|le|mejor|directamente .. compañer*|colega|jef*|director*|responsable*|departamento|mi|nuestro|nuestra|él|ella|encargad*
    mi|nuestro|nuestra|una|un compañer*|colega|jef*|director*|gerente|soci*|responsable*|encargad*
    mejor .. habl*|contact*|escrib*|con
    responsable|encargad* .. es|de_esto|de_este|de_estos|de_compras|sería
    persona|contacto|interlocutor .. indicad*|adecuad*|correct*|responsable|encargad*|para_esto .. es|sería|para
    reenv*|paso|traslad*|remit*|derivo|derivado|pasado|transmit*|he_pasado|deriv* .. su|tu|este|el|lo|al|a .. correo|mensaje|email|mail|compañer*|colega|departamento|responsable|información|equipo
    le|se lo|la|te .. reenv*|paso|pasado|he_pasado|traslad*
    ella|él|quien|quién|ellos .. lleva*|encarg*|gestion*|ocup*|decid*|trata
    lleva|encarga|gestiona|ocupa .. estos|este|esto|esos|temas|de|el_tema|las_compras
    se encarga|ocupa
    en copia|cc
    copio|pongo|añado .. en|a|con .. copia|contacto|compañer*
    puede|puedes|podéis|pueden escribirle|contactarle|contactarlo|contactarla|llamarle|hablar
    su correo|email|mail|teléfono|contacto es
    departamento de
referral 3
    habl*|contact*|escrib*|diríj*|consult* .. con|a|al !conmigo|nosotros|nos
wrong_person 4
    no soy quien|el_que|la_que|yo|la_persona
    persona|contacto equivocad*|errad*
    no .. soy|la|es .. @person
    no .. persona|interlocutor|contacto .. indicad*|adecuad*|correct*|apropiad*|para
    equivoc* .. persona|destinatario|número|contacto|de|se_ha|correo|has|ha
    se|te|os ha|has|habéis|han|haya equivocado|confundido
    persona|dirección|destinatario equivocad*|incorrect*
    ya no|tampoco .. trabaj*|estoy|pertenez*|soy|forma|colabor*|está|labora*
    no trabaj* .. ya|ahí|allí|más|en_esa|aquí|en_ese
    no .. trabaj* .. ya|ahí|allí|más|en_esa|aquí
    dejé|dejado|abandoné|abandonado .. empresa|compañía|puesto|trabajo
    jubilad*|jubilé|jubilación|pensionista
    no .. encargo|llevo|ocupo|corresponde|competencia|decido|gestiono|depende_de_mí|es_mi|responsable
    nada que ver .. con
    no .. tengo .. que_ver
    confund* .. con
    no .. mi .. área|departamento|responsabilidad|función|competencia|tema
    becari*|sustitut*
    cambié|cambiado .. de .. trabajo|empresa|puesto
    falleci*
not_interested 4
    no .. interes*|interés|interesad*|necesit*|necesari*|encaja*|requerimos|aplica|nos_sirve|útil|cuadra
    ningún|sin|nulo .. interés
    desinterés
    ^ no gracias|muchas_gracias
    ^ no $
    gracias pero no
    no .. lo .. vemos|necesit*|veo
    declin*|rechaz*|descart* .. oferta|propuesta|su|la|amablemente|invitación|este
    vamos a .. declinar|descartar|rechazar|dejarlo|pasar
    no .. seguir_adelante|adelante|avanzar|continuar|proceder
    no .. tenemos|hay|tengo .. necesidad
    no .. para|es_para .. nosotros|mí|mi|nuestra_empresa
    de momento no .. vemos|gracias
    gracias .. de_todas_formas|de_todos_modos|igualmente|por_pensar
    pasamos|paso de
    hemos decidido|optado .. no
    estamos .. bien|cubiertos|servidos .. así|como_estamos|gracias|en_ese
    mucha|buena suerte
    les|le|os|te dese* .. éxito*|suerte
not_interested 2
    gracias pero
    lamentablemente
objection 4
    se nos|me va|sale|escapa
    fuera de .. presupuesto|alcance|precio|posibilidades
    muy|demasiado|bastante|tan|excesivamente|algo car*|elevad*|alto*|costos*|complej*|complicado|pequeñ*|grande*|pronto|justo
    car*_para|caro|cara|caros|costoso|carísimo
    no|sin|poco|falta|ningún .. presupuesto*|dinero|fondos|recursos|capacidad|presupuestado
    presupuesto* .. limitado|congelado|agotado|ajustado|recortado|cerrado|justo|escaso
    fuera|excede|supera|por_encima .. presupuesto|alcance
    ya|actualmente|ahora .. tenemos|trabajamos|contamos|usamos|utilizamos|disponemos|tengo|estamos|hay|hacemos|cubierto|uso .. !interés
    trabajamos|contamos .. con|ya
    usamos|utilizamos .. !mucho
    content*|satisfech*|feliz|felices|encantad* .. con|estamos|muy|de
    estamos .. content*|satisfech*|felices
    proveedor|solución|herramienta|sistema .. actual|propio|propia|habitual
    desarrollo|interna|interno propio|internamente
    lo hacemos|internamente|desarrollamos .. nosotros|internamente|in-house|propio
    competencia .. más|barat*|ofrec*|mejor|con|mitad
    más barat*
    no .. vemos|veo|ve .. motivo|razón|valor|ventaja|sentido|por_qué|diferencia|qué_aporta|necesidad_de_cambiar
    cambiar .. de|costoso|proveedor|sistema|sería|ahora
    migrar|migración
    contrato .. hasta|con|vigente|firmado|anual|en_vigor
    mala experiencia
    malas experiencias
    ya .. probamos|probado|intentamos|intentado
    no .. funcion*|convenc*|fío|confío|creo
    dud*|escéptic* .. que|de|mucho
deferral 4
    escríb*|contact*|llám*|habl*|volv*|vuelv*|recontact*|retom*|record*|ponte|póngase|conect*|avís*|revis* .. en|después|tras|dentro|a|más|próximo|para|el|otra|entonces|más_adelante|nuevo|cuando|hacia|principios|mediados|finales .. enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|año|trimestre|semestre|mes|meses|semanas|verano|semana_santa|navidad*|vacaciones|entonces|adelante|contactar*|vez|otoño|q1|q2|q3|q4
    más adelante
    más tarde
    próximo|siguiente trimestre|semestre|año|ejercicio|mes|presupuesto
    año|trimestre|semestre|mes que_viene|próximo|siguiente|entrante
    después|tras|pasado .. verano|semana_santa|vacaciones|navidad*|feria|fiestas|cierre|agosto
    dentro|en .. de|unos|unas|dos|tres|seis|un|par .. meses|mes|semanas|semana|año
    otr* .. prioridades|proyectos|temas
    volv*|retom* .. hablar|contactar*|escribir|tema|más|lo
    vuelva*|vuelve .. a|en
    cerrando|plena|pleno|en_medio
    aplaz*|pospon*|pospong*|pausa|parad*|congelad*|retras* .. proyecto|decisión|tema|lo
    quizá*|quizás|tal_vez|a_lo_mejor .. más|próximo|después|en|año
    lo veremos|revisaremos|valoraremos|estudiaremos .. en|año|más|próximo|a
    hasta .. no|después
    antes .. no
deferral 3
    no .. momento|ahora|actualmente|este_año|este_trimestre|todavía|aún|prioridad|prioritario|toca|tiempo|por_ahora
    por el momento|ahora
    de momento
    ahora mismo|no .. no|estamos|momento|imposible
    mal|mejor|peor|mala momento|época|timing|fecha
    no es buen*|el|momento
    liad*|saturad*|desbordad*|ocupad*|muy_liados|hasta_arriba
meeting_request 4
    llám*|llame*|llama*|llamadme .. me|nos|al|@day|a|cuando|por_la
    llámame|llámeme|llámenos|llamadme|llámanos|telefonéeme|llamarme
    reunión|reunirnos|reunir*|videollamada|llamada|cita|videoconferencia|demo|demostración .. @day|para|próxima|semana|a_las|cuándo|agend*|esta|??|con|por|breve|rápida
    agend*|program*|concert*|fij*|organic*|organiz*|coordin*|cuadr*|reserv*|conven* .. reunión|llamada|cita|videollamada|demo|call|encuentro|hora|una|fecha|zoom
    podemos|podríamos|quedamos|hablamos|vemos|nos_vemos|hablar|hablemos|conversar|conversamos|charlamos .. @day|a_las|semana|teléfono|próxima|en_persona|un_rato|call
    disponib* .. @day|a_las|semana|tiene*|próxima|??|para|entre|libre
    estoy|estaré|tengo .. disponible|libre|hueco|disponibilidad
    hueco .. @day|a|para|libre
    cuándo|cuando|qué_día|a_qué_hora .. disponible*|podemos|puede*|le_viene|te_viene|hablamos|reunimos|quedamos|vemos|llam* ??
    @day .. a la|las
    @day .. próximo .. a
    @day|el por la @part
    le|te|os .. va|viene|parece .. bien .. @day|a_las|??|videollamada|reunión|llamada
    calendly|calendario|agenda|invitación|convocatoria|enlace_de_zoom|teams|zoom
    tomar|tomamos .. café
    pasar|pase*|venir|visit* .. por|nuestras|oficina*|nos
    en persona
    por teléfono
interest 4
    interesante|interesa|interesad*|interesaría|interés|interesarí*
    parece|suena|resulta|pinta|se_ve|es .. interesante|bien|genial|útil|relevante|prometedor*|atractiv*
    más|mayor .. información|detalles|info|datos|detalle
    envi*|envíe*|envíen|mand*|mánd*|pás*|pase*|compart*|facilit*|remit*|hága* .. me|nos|más|la|un|una|el|información|llegar .. información|info|presentación|propuesta|catálogo|dossier|presupuesto|folleto|precios|tarifas|detalles|documentación|oferta|casos|referencias|material|más|demo|pdf
    mándame|envíame|envíeme|envíenos|mándenos|pásame|envíanos|mandadme .. !spam
    me|nos gustaría .. saber|conocer|ver|recibir|más|probar|tener|profundizar
    saber|conocer .. más|mejor
    cuént* .. me|nos|más
    cuéntame|cuénteme|cuéntenos|cuéntanos
    dossier|folleto|catálogo|propuesta
    buscando|buscamos|justo|precisamente .. algo|solución|esto|lo_que|una
    justo .. necesit*|buscamos|lo_que
    por qué no
    encaja .. con|perfectamente|bien
    ^ sí .. claro|por_favor|por_supuesto|me|nos
    adelante $
    siguiente* paso*
    probar|prueba gratuita|la|gratis|demo
question 4
    qué|cuál|cuáles|cuánto|cuánta|cuántos|cuándo|cómo|dónde|quién|quiénes|por_qué ... ??
    que|cual|cuanto|como|donde|quien|cuando ... ??
    en|con|para|de|a|por qué|cuál|cuáles|cuánto|quién|que ... ??
    tien*|es|son|se|funcion*|ofrec*|hay|existe|puede*|podrían|trabaj*|incluy*|integr*|está|esto|hacen|necesit*|sirve|hacéis|tenéis|permite|cumpl* ... ??
    precio*|coste*|tarifa* ??
    cuánto|cuanto .. cuesta|vale|sale|tarda|dura|costaría
    pregunta|duda|preguntas|dudas
    explic* .. me|cómo|qué|mejor|??
    en qué|que .. consiste|diferencia*
other 2
    ^ gracias|ok|okay|vale|recibido|entendido|perfecto|de_acuerdo|genial|enterado|listo|anotado $
    ^ muchas|mil gracias $
    ^ gracias|muchas_gracias .. por .. !pero $
    ^ recibido gracias
    feliz|felices|buen|buena|buenas día|fin_de_semana|navidad|fiestas|año|pascua|semana|noches
    tomo nota
    un saludo $
"""
)
