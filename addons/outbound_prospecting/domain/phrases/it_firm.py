"""Italian: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    esclud*|escludermi|escluderci|escludetemi|escludimi .. me|mi|dai|dalle|da|dal|$
    dimentic*|dimenticatevi|perdete .. mio|mia|questo|me|di_me
    non .. accett*|trattiamo|prendiamo .. proposte|offerte|comunicazioni|pubblicit*|commercial*|sollecit*
    non .. mett*|fatevi|faccia|rifatevi|si_rifaccia .. contatto|sentire|vivi|vivo|viva
    lasci|lasciate|lascia|lasciamo perdere|stare|in_pace
    prossimi invii
    chiedo|prego|pregherei .. di .. non|smettere|cessare .. più|inviar*|scriver*|contattar*|disturb*|mand*|insister*
    lasci*|tenete|tenetemi|tieni .. mi|me|ci|$ .. fuori|da_parte
    lasciatemi|tenetemi|lasciami|tienimi .. fuori|da_parte
    sia|sarà|fosse|è .. ultima|ultimo .. @mail|volta
    blocc* .. vi|la|ti|vostro|vostra|suo|tuo|mittente|indirizzo|questo
    segnal*|marc*|contrassegn* .. come spam|indesiderat*|posta
    non .. gradit*|richiest*|desiderat*|benvenut* .. @mail|qui|$
    non .. essere|venire|venga .. ricontattat*|più|ulteriormente
    non .. ricontatt*|insist*|riscriv*|rispedi*|rimand*
    vorrei|voglio|desidero|vogliamo .. uscire|essere_cancellat*|essere_rimoss*|essere_tolt*|essere_eliminat*|non_ricevere|smettere|essere_lasciat*
    uscire .. dalla|da .. @list
    evit*|evitate|eviti|astenga* .. di|ulterior*|altr*|in_futuro .. @write|@mail|inviar*|scriver*|contattar*|mandar*
    evitate|eviti|evitare .. di .. @write|inviarmi|scrivermi|contattarmi|mandarmi|disturbarmi
    risparmi* .. mi|ci|altr*|vostr*|ulterior*
    disiscri*|cancellarmi|cancellatemi|cancellami|cancellateci|rimuovetemi|rimuovimi|rimuovermi|toglietemi|toglimi|togliermi|toglieteci|unsubscribe|eliminatemi|eliminami|eliminarmi|levatemi|cancellazione_dalla|rimuoveteci|depennatemi|opt-out|disiscrivermi|cancellarci
    mi .. @togli|cancelli|rimuova|tolga|elimini|disiscriva .. da|dalla|dal|dai
    @togli .. mio|mia|nostro|nostra|questo .. indirizzo|mail|email|e-mail|nominativo|contatto|nome|numero .. !non
    @togli .. dalla|dal|dai|dalle|da .. @list
    cancell*|annull*|revoc* .. iscrizione|sottoscrizione|consenso|abbonamento
    non .. @write .. più|piu|mai|ancora|ulteriormente !prima
    non .. scriv*|contatt*|disturb*|chiamat*|inviate*|mandate* .. più|piu|mai
    non .. più|piu .. @mail|ricevere|contattat*|@write|vostre|vostri
    non .. ricevere|ricev* .. più|piu|altr*|ulterior*|vostr*|altre|@mail
    non .. essere .. contattat*|disturbat*|importunat*
    non mi|ci scriv*|contatt*|mandat*|inviat*|disturb* !prima
    nessun*|niente|basta|no .. altr*|ulterior*|più .. @mail
    basta .. @mail|scrivermi|scrivere|così|con
    ^ basta $
    smett*|smettet*|smettila|smettetela|finitela|cessat*|cessare|stop|piantatela .. di|con|le|a .. @write|@mail|scrivermi|inviarmi|mandarmi|contattarmi
    smettetela|smettila|piantatela
    ^ stop $
    ^ stop grazie|per_favore $
    oppon* .. invio|ricezione|marketing|ulterior*|a|contatto
    astener*|astenetevi|astenersi .. dal|da
    ^ cancella* $
    ^ cancellazione $
opt_out 4
    andate .. disturbare|altrove|da_altri
    indesiderat* @mail
    @mail indesiderat*|non_richiest*
    lasciatemi|lasciami|lasciateci .. pace|stare
opt_out 3
    mai .. iscritt*|autorizzat*|richiest*|consens*
    senza .. consenso|autorizzazione
trap 6
    non .. aspett*|tard*|dimentic*|perd* ...
    non .. smettere|smettete|smettetela|fermat*|cancell* $
    non .. cancellarmi|cancellatemi|rimuovetemi|toglietemi
    come|può|si_può|permette|gestite|gestisce|avete ... disiscri*|cancellazion*|opt-out ... clienti|strumento|software|sistema|utenti|contatti|piattaforma|iscritti|prodotto|automaticamente
    tasso di disiscrizione|cancellazione
    tutti|tutte .. disiscri*|cancell*
    disiscriv*|cancell* .. tutti|tutte|ognuno !i_miei|i_dati
    non .. contatt*|scriv* .. prima|fino
    non .. esit*
law 1
    gdpr|rgpd|garante|codice_privacy|regolamento_generale
privacy_request 6
    diritto|diritti .. di|all|al|alla accesso|oblio|cancellazione|opposizione|rettifica|portabilità|informazione
    quali|che .. dati|informazioni .. avete|su_di_me|di_me|personali|conservate|trattate|mi_riguardano|detenete|possedete
    dati .. personali|su_di_me|miei|mi_riguardano
    cancell*|elimin*|rimuov* .. tutti|tutte|miei .. dati|informazioni
    base giuridica|legale
    copia .. dati
    trattamento .. dati|dei
    responsabile .. protezione|trattamento
    art|articolo 15|17|21
    consenso .. al_trattamento|trattamento
privacy_request 5
    sapete|sa|sai .. di|su me|di_me
    dove|chi .. preso|trovato|avuto|dato|passato|fornito .. mio|mia|miei|mie|nostro
    come|dove .. avete|ha|hai|aveva|siete|è .. avuto|ottenuto|trovato|preso|recuperato|reperito|acquisito|venuti|risalito|arrivato .. @data|mio|mia|miei|mie|nostro|possesso|mi
    come|dove .. avuto|ottenuto|trovato|preso|recuperato il|la|i|le|mio
    da dove .. @data|arriva|avete|proviene|provengono|prende*|viene
    chi .. dato|fornito|venduto|passato|comunicato .. @data|mio|mia|miei
    miei dati
    cancellazione .. dati
    fonte|origine|provenienza .. dati|indirizzo|dei|del|contatto|mail
erase 1
    cancell*|oblio|elimin*
access 1
    accesso|quali_dati|copia|quali_informazioni
source 1
    fonte|origine|provenienza|da_dove
    come .. avuto|ottenuto|trovato
hostile 5
    vaffanculo|affanculo|fanculo|stronz*|coglion*|idiot*|imbecill*|cretin*|deficient*|cialtron*|truffator*|ladri|buffon*|pagliacc*|merda|merde|cazzo|cazzat*|bastard*|spammer|schifos*|parassit*|incapaci|pezzenti|furfanti|delinquent*
    andate|vai|vada|andatevene|vattene .. a|al|in .. paese|diavolo|inferno|quel
    togliti|levati|levatevi dai|di
    denunc* .. vi|la|ti|alla|polizia|garante|carabinieri|per
    vi|la|ti denunc*|querel*|segnal*
    mio|nostro|miei avvocat*|legale|legali
    avvocat* .. sentirete|contatt*|sentirà|mio
    vie legali
    vergogna|vergognatevi|vergognos*|vergognati|scandaloso|indecente|inaccettabile|inammissibile|indegno
    molestia|molestie|stalking|molestando
    schifo|spazzatura|porcheria|immondizia
    rotto .. scatole|palle|coglioni|cazzo
    rompere|rompete|rompi .. scatole|palle|coglioni
    truffa|truffe
    come vi|si|ti permett*
    stufo|stanco|stufi di
hostile 3
    spam|ridicol*|patetic*|assurdo|fastidios*
legal 1
    avvocat*|legali|tribunale|diffida|querela
security 1
    questionario_di_sicurezza|iso_27001|audit
press 1
    giornalista|redazione|stampa
machine 1
    sei|è|siete|parlo .. robot|macchina|ia|bot|umano|automatico ??
instructs 1
    ignor* .. istruzioni|regole
    dimentic* .. istruzioni|regole
    cancell*|disiscriv* .. tutti
"""
