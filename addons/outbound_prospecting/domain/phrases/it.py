"""Italian, Lei, tu and voi."""

from . import it_firm

STOP_WORDS = """il lo gli la una e che di per con non sono siamo mi ci vi grazie buongiorno saluti cordiali questo questa
è del della al alla dei nel come ma più anche abbiamo ho hai avete se si da un in nostra nostro vostra sua suo le a presto
cosa quanto quando dove chi ciao salve già molto io noi"""
NEGATION = "non no mai senza né nessun nessuna nessuno niente nulla"
CLASSES = {
    "mail": "mail* e-mail* email* messaggi* newsletter* pubblicità comunicazion* spam corrispondenza posta offerte "
    "informazioni contatti",
    "list": "lista liste mailing* elenc* database newsletter* indirizzari* sistema rubric* archivi* distribuzione contatti",
    "write": "contatt* scriv* inviar* invi* mandar* mand* disturb* chiam* telefon* spedir* spedi* import* scrivendo inviando mandando assill*",
    "togli": "togli* cancell* rimuov* elimin* depenn* levat* lev* togliet* disiscriv* escluder* esclud* rimozion*",
    "day": "lunedì martedì mercoledì giovedì venerdì domani oggi dopodomani",
    "part": "mattina pomeriggio mattino pranzo sera mattinata",
    "person": "persona interlocutor* referent* contatto destinatari* indirizzo responsabile",
    "data": "dati indirizzo mail e-mail email contatto contatti numero recapito recapiti nominativo informazioni nome",
}
CUES = (
    it_firm.CUES
    + """
out_of_office 5
    fuori .. ufficio|sede|città
    sono|sarò|mi_trovo|attualmente|saremo|sto .. ferie|assente|vacanza|malattia|maternità|trasferta|congedo|fuori_ufficio|viaggio|permesso
    in|di ferie|maternità|malattia|trasferta|congedo|vacanza .. fino|dal|e|sino|parentale|per|da|al
    in ferie|maternità|trasferta|congedo
    tornerò|rientrerò|rientro|torno|sarò_di_nuovo|ritorno|ritornerò .. il|in|lunedì|ufficio|a|operativ*|martedì|disponibile
    al mio|nostro rientro|ritorno
    mio rientro|ritorno
    mia assenza|in_mia_assenza
    assente .. dal|fino|ufficio|sino|per|da|oggi
    accesso .. limitato|alla|saltuario .. mail|email|posta|e-mail
    urgenz*|urgent* .. contatt*|chiam*|rivolg*|scriv*|si_prega|potete|può
    per urgenze|questioni|comunicazioni urgenti
    non .. potrò|sarò|leggerò .. leggere|rispondere|raggiungibile|disponibile
    risposta automatica .. assen*|fuori
    uffici|ufficio|azienda .. chius*
    chiusura .. estiva|aziendale|natalizia
auto_reply 5
    messaggio|risposta|mail|email|e-mail|conferma automatic*|generat*|automaticamente
    generata|generato|inviata|inviato automaticamente
    abbiamo|ho|è_stata|è_stato .. ricevut* .. sua|tua|vostra|suo|tuo|il|la|correttamente .. richiesta|mail|messaggio|email|segnalazione|e-mail
    sua|tua|vostra|suo|tuo|la|vostro .. richiesta|mail|messaggio|segnalazione|email .. ricevut*|presa_in_carico|registrat*|preso_in_carico|stata|elaborat*
    risponder*|ricontatter*|contatter*|risposta|provvederemo|riscontro .. presto|possibile|breve|24|48|prima|celermente|tempo
    il|al più|prima presto|possibile
    non .. rispond* .. a_questo|questa|questo|a_questa|al|a
    si prega|preghiamo di non rispondere
    ticket|pratica|segnalazione|richiesta .. numero|apert*|creat*|n|registrat*|nr
    grazie .. contattato|averci|aver_contattato|averci_scritto|contattarci|la_richiesta|la_sua_richiesta
    casella|indirizzo|account .. non .. monitorat*|presidiat*|attiv*|utilizzat*|più|controllat*|abilitat*
    casella .. dismess*|disattivat*
    orari .. ufficio|apertura|servizio
    presa in carico
    servizio|assistenza clienti
    entro 24|48 ore
referral 4
    contatt*|parl*|scriv*|rivolg*|sent* .. il|la|con|al|alla|direttamente|mio|mia|collega|pure|lo|a|si .. collega|responsabile|direttore|mio|mia|ufficio|titolare|nostro|nostra|dott*|sig*|reparto
    mio|mia|nostro|nostra|il|la|alla|al|collega|dal|dalla collega|responsabile|direttore|direttrice|capo|titolare|socio
    si occupa|occupano|interessa .. di|il|la|collega|degli
    occupa .. collega|il|la|sig*|dott*|di_questo|acquisti|degli
    di questo|questi|ciò .. occupa|responsabile|segue
    inoltr*|giro|girat*|trasmess*|trasmetto|passo|passat*|inoltrata|mando .. sua|tua|vostra|la|suo|il|questa|al|alla|mail .. mail|email|messaggio|richiesta|collega|responsabile|ufficio|e-mail|proposta
    persona|referente|interlocutor*|contatto .. giust*|corrett*|adatt*|competente .. è|sarebbe|per
    referente .. per|è
    responsabile .. è|acquisti|it|di_questo
    in copia|cc
    metto|mettiamo|aggiungo .. in|copia|contatto|cc
    segue|gestisce|decide|cura|seguono .. gli|il|la|questi|acquisti|questo|tema
    lo|la|li contatti|contatta|chiami|senta
    sua|suo email|mail|indirizzo|numero
referral 3
    parl*|contatt*|scriv*|rivolg*|sent* .. con|a|al|alla|il !me|noi|mi
wrong_person 4
    non .. persona|referente|interlocutor*|contatto .. giust*|corrett*|adatt*|competente
    non .. occupo|competenza|responsabile|compete|mio_ruolo|mio_settore|riguarda|decido|seguo|gestisco|mi_riguarda
    sbagliat*|sbaglia|errato|errata .. persona|indirizzo|destinatari*|interlocutor*|numero|ufficio
    ha|hai|avete sbagliato
    persona|indirizzo sbagliat*|errat*
    non .. lavor*|faccio|sono .. più|piu .. per|in|qui|presso|parte|li|lì|quell|alle
    non .. più .. lavor*|parte|azienda|in_azienda|dipendente|presso
    lasciato|lascia .. azienda|società|ditta|lavoro|posto
    pension*
    confond* .. con
    nulla|niente .. che_fare|a_che_vedere|a_che_fare
    non .. mio|mia|nostro .. settore|ambito|area|compito|ruolo|reparto|competenza
    stagista|tirocinante|praticante
    scambi* .. persona
    cambiato .. lavoro|azienda|ruolo
    dimess*
    non .. lavoro .. qui|lì
not_interested 4
    non .. interess*|interesse|bisogno|necessit*|serve|servono|fa_per|adatto|utile|fare_al_caso|procedere|proseguire|abbiamo_esigenz*|rilevante|pertinente
    nessun*|senza interesse|bisogno|necessità|esigenza
    ^ no grazie
    ^ no $
    grazie ma .. no|non
    declin*|rifiut* .. offerta|proposta|cortesemente|invito|la
    decis* .. non|di_non
    per noi no
    passiamo|passo .. la_mano|grazie
    non .. dare_seguito|dar_seguito|andare_avanti|seguito|fa_al_caso|riteniamo
    siamo .. a_posto|coperti|apposto|così
    buon lavoro
    in bocca al lupo
not_interested 2
    grazie .. ma
    purtroppo
objection 4
    troppo|molto|piuttosto|assai|decisamente car*|costos*|elevat*|alto|alti|compless*|piccol*|oneros*|grande|complicat*
    costa|costano|costerebbe .. troppo|tanto|molto
    caro|cara|costoso|costosa|costosi
    non|senza|poco|nessun|manca* .. budget|soldi|fondi|risorse|denaro
    budget .. limitato|esaurito|ridotto|bloccat*|congelat*|tagliat*|stretto|chiuso|già
    fuori .. budget|portata
    già|attualmente|al_momento .. abbiamo|un|una|fornitor*|soluzione|partner|strumento|software|gestionale|utilizz*|usiamo|lavoriamo|collabor*|con|coperti|sistema|in_uso|servizio
    abbiamo|utilizziamo|usiamo|disponiamo|collaboriamo|lavoriamo|usiamo|adottiamo .. già|con|da_anni|internamente
    troviamo|trovo|trovando .. bene|benissimo
    soddisfatt*|content* .. di|del|della|con|siamo|attuale|dei
    siamo soddisfatt*|content*
    fornitore|gestionale|sistema attuale
    intern*|internamente .. sviluppat*|gest*|team|facciamo|risors*
    sviluppat* intern*
    contratto|vincolat*|impegnati .. con|fino|in_corso|in_essere|pluriennale|contratt*
    concorren* .. meno|offr*|metà|prezzo|già
    meno caro|costoso
    non .. ved* .. valore|motivo|vantagg*|ragione|perché|utilità|differenza|beneficio
    cambiare|passare|migrare .. fornitor*|sistema|costerebbe|complicato|oneroso|motivo|gestionale|ora
    brutta|pessima|cattiva|negativa esperienza
    già .. provato|testato|tentato|delusi
    scettic*|dubito|dubbi|dubbioso|poco_convint*|non_convince|non_convint*
deferral 4
    momento|periodo|tempismo .. sbagliato|non|brutto|difficile|intenso|inopportuno
    risent*|ricontatt*|riscriv*|richiam*|riparl*|aggiorn*|riprend*|contatt*|scriv*|sent*|risenti*|ripass*|rivediam*|provi|riprov* .. a|tra|fra|dopo|in|il|più|prossim*|ad|da|nel|verso|dal|per|inizio|metà|fine|con_l .. gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|anno|trimestre|semestre|mese|mesi|settimane|settimana|estate|pasqua|ferie|natale|avanti|tardi|autunno|poi|nuovo|vacanze|primavera
    ci|mi risent*|ricontatt*|riaggiorn*|riscriv*
    riparliam*|riparlarne|ricontattatemi|mi_ricontatti|ricontattami|riscrivetemi|riscrivimi|mi_riscriva|risentiamoci|risentirci|riparlarne|ne_riparliamo
    più avanti|in_là|tardi
    prossim* .. anno|trimestre|semestre|mese|budget|esercizio|mesi
    anno|trimestre|semestre|mese prossimo|venturo|nuovo
    dopo .. estate|pasqua|ferie|natale|vacanze|fiera|feste|agosto|chiusura|bilancio
    tra|fra .. un|due|tre|sei|qualche|alcuni|alcune|2|3|6 .. mes*|settiman*|anno
    piena|pieno|mezzo
    rimand*|posticip*|rinvi*|sospes*|in_sospeso|stand-by|pausa
    forse|magari|eventualmente .. più|prossim*|dopo|in|tra|avanti|futuro
    ne riparl*
    vedremo|valuteremo .. più|anno|prossim*|a|dopo|in
    non prima
    secondo|primo semestre|trimestre
deferral 3
    non .. momento|adesso|ora|quest_anno|priorit*|attualmente|ancora|prima
    non è .. momento|priorità|periodo
    al|in_questo|per_il|questo momento|periodo .. non|siamo|abbiamo|no
    per ora|il_momento
    altre .. priorità|urgenze|attività
    impegnat*|oberat*|presi|incasinat*|sommers* .. molto|al|in|con|fino|questo|periodo|momento
meeting_request 4
    chiam* .. mi|pure|al|@day|domani|quando|ci|dopo
    chiamami|mi_chiami|chiamatemi|mi_chiama|chiamarmi|telefonatemi|mi_telefoni
    call|riunione|incontro|videochiamata|appuntamento|telefonata|videocall|demo|meeting|colloquio .. @day|settimana|alle|per|prossim*|conoscitiv*|??|breve|con|veloce|di
    fiss*|organizz*|program*|prenot*|pianific*|concord* .. call|appuntamento|incontro|riunione|videochiamata|una|un|demo|telefonata|data|meeting
    possiamo|potremmo|vogliamo|riusciamo .. sentirci|vederci|incontrarci|parlar*|vedersi|sentire|fare .. @day|alle|settimana|telefono|??|domani
    sentirci|sentiamoci|vediamoci|incontriamoci|parliamone|parliamoci .. @day|alle|settimana|telefon*|domani|??|per
    disponibil* .. @day|alle|settimana|per|quando|da|domani|una|un|tra
    sono|sarei .. disponibil*|liber* .. @day|alle|settimana|per|domani|tra|dalle
    quando .. può|puoi|potete|è|disponibil*|possiamo|sentiamo|ci ??
    @day .. alle|ore|h
    @day @part
    @day .. andrebbe|va|può|bene|ok
    andrebbe|va|vi_va|ti_va|le_va bene .. @day|alle|videochiamata|??|una_call
    calendly|calendario|agenda|invito|link_teams|link_zoom|teams|zoom|meet
    caffè
    passare|passi|venire|venga|visita .. noi|ufficio|sede|trovarci
    di persona
    al telefono
interest 4
    interessante|interessa|interessat*|interesserebbe|interesse
    sembra|pare|suona|molto|è .. interessante|utile|valido|promettente|bella|bello
    più|maggiori|ulteriori .. informazioni|dettagli|info|approfondimenti
    mand*|invi*|spedi*|condivid*|fornir*|farci_avere|ci_faccia_avere|faccia_avere|mi_faccia_avere|girate*|fatemi_avere|fammi_avere .. pure|mi|ci|del|una|un|la|qualche|materiale|più|informazioni .. informazioni|info|materiale|brochure|presentazione|offerta|preventivo|listino|dettagli|documentazione|catalogo|referenz*|proposta|casi|demo|avere|prezzi|pdf
    mi mandi|invii
    mandami|inviami|mandatemi|inviatemi|mi_invii|mi_mandi|inviateci|mandateci .. !spam|non
    raccont*|dimmi|dicci|spieg* .. di_più|di_piu|meglio|mi|qualcosa
    sapere|saperne|conoscere|approfondire .. più|di_più|meglio|vostra|soluzione|tema
    saperne|approfondire
    vorrei|vorremmo|mi_piacerebbe|ci_piacerebbe .. sapere|vedere|ricevere|capire|provare|conoscere|approfondire|saperne
    brochure|materiale_informativo|depliant
    al caso nostro|mio
    cerchiamo|cercando|stiamo_cercando|cercavamo .. !di_meglio
    proprio .. quello|cosa .. serve|cercav*|cerchiamo|avevamo
    perché no
    volentieri
    ^ sì|si .. grazie|certo|volentieri|mi|ci|molto
    prossim* pass*
    prova gratuita
question 4
    quanto|quanti|quanta|come|cosa|quale|quali|dove|chi|perché|quando|che ... ??
    in|con|per|di|a|da|su che|cosa|quale|quali|chi|quanto ... ??
    è|avete|si|può|potete|funziona|offrite|esiste|siete|fate|include|lavorate|gestite|c'è|ci_sono|serve|supporta|potrebbe|integra ... ??
    prezz*|cost*|tariff* ??
    quanto .. costa|costo|viene|tempo
    domanda|domande|chiarimento|chiarimenti|curiosità
    spieg* .. mi|come|cosa|meglio|può
    in cosa|che .. divers*|differ*|consiste
other 2
    ^ grazie|ok|okay|ricevuto|perfetto|va_bene|d'accordo|bene|ottimo|capito|inteso $
    ^ grazie .. mille|te|lei|per|a|messaggio|mail|informazione|tante|riscontro $
    ^ ricevuto grazie
    buona|buon|buone giornata|serata|pasqua|natale|feste|weekend|anno|settimana|domenica
    prendo|preso atto|nota
    cordiali saluti $
"""
)
