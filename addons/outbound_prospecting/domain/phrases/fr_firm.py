"""French: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    inutile|peine|vain|sert .. de|d'|à .. relancer|recontacter|réécrire|insister|contacter|écrire|renvoyer
    pas|plus|zéro .. de .. démarchage|prospection|sollicitation*|spam|pub|publicité
    clore|clôturer|fermer|fermez .. mon|notre dossier
    oubliez|oublie|oublier|perdez|perdre .. mon|mes|cette|notre|moi
    ne|n .. plus|jamais|pas .. prendre|prenez|revenir|revenez|reprendre|reprenez|insistez|insister|rappelez|rappeler !avant
    restons|restez|laissez|laissons .. là|tomber $
    n'accept*|n'acceptons|acceptons|accepte|acceptons_pas .. pas|aucun*|plus .. sollicitation*|démarchage|prospection|publicité*
    pas .. démarch*|prospect* .. par|merci|$|commercial*
    exclu* .. moi|me|nous|mon|notre .. de|vos|des|prochain*
    exclure|m'exclure|excluez-moi|excluez
    cessez|cesser|arrêtez|arrêter .. relance*|sollicitation*|envois|insist*|importun*|démarch*|de_m'*
    être .. exclu|retiré|rayé|supprimé|effacé|désinscrit|tranquille
    laissez|laisse|tenez|gardez .. moi|nous .. en_dehors|hors|à_l'écart|dehors
    soit|serait|sera|est|que_ce_soit|c'est .. dernier|dernière .. @mail|fois|prise_de_contact
    bloqu* .. vous|votre|vos|expéditeur|ton|cette_adresse|cet
    signal*|marqu*|class* .. comme|en .. spam|indésirable*|pourriel
    pas|plus|non .. bienvenu*|souhaité*|désiré*|sollicité* .. @mail|ici|chez|$
    sortez|sortir|enlevez|virez|ôtez|rayez|radiez|effacez|supprimez .. moi|me|mon|nous
    veux|voudrais|souhaite|aimerais .. sortir|être_retiré*|être_rayé*|être_supprimé*|ne_plus|plus_être|qu'on_m
    épargnez|dispensez .. moi|nous
    passez|passer .. votre chemin
    plus|cess* .. de .. relance*|sollicitation*|pub|pubs|publicité*|démarchage
    abstenir|abstenez-vous|abstenez .. de|désormais|à_l'avenir|dorénavant
    désabonn*|désinscri*|désinscription|desinscription|unsubscribe|désabonnement|opt-out
    @retire .. moi|me|nous|mon|mes|notre|cette adresse|de|des|votre|vos
    @retire .. moi|nous .. de|des|votre|vos|@list
    @retire .. adresse|nom|mail|email|e-mail|coordonnées|contact|numéro .. de|des|votre|vos|@list
    @retire moi|nous
    me|nous|m @retire
    être @retire
    ne .. plus .. @write|recevoir|recevez|être
    n .. plus .. @write|envoyer|envoyez|écrire|recevoir
    plus .. recevoir|être_contact*|être_sollicit*|être_relanc*|être_démarch*|être_dérang*|entendre .. @mail|vos|votre|de|par|vous|part
    plus être|jamais contact*|sollicit*|relanc*|démarch*
    ne plus .. @me .. @write|solliciter|contacter
    ne|n .. pas|jamais .. @me .. contacter|recontacter|écrire|recontactez|contactez|solliciter|écrivez|appelez|relancer|envoyer|envoyez|relancez !avant
    plus .. de|d|aucun|aucune .. @mail
    plus aucun|aucune
    aucun|aucune|pas|sans .. autre|autres|nouveau|nouveaux|nouvelle .. @mail
    pas|plus .. recevoir .. @mail|vos|votre
    cess*|arrêt*|stop*|stopp* .. @write|mail|mails|emails|messages|de_me|de_m|de_nous|tout|toute|vos|ces|votre|immédiatement|les|courriels
    mettre|mettez fin .. à
    ^ stop $
    ^ stop svp|merci|s $
    ^ merci .. stop|arrêter $
    refus* .. recevoir|@mail|être_contact*
    oppos* .. utilisation|prospection|démarchage|réception
    souhait*|veux|voul*|désir* .. pas|plus .. recevoir|être|reçoive|entendre
    liste .. rouge|opposition|noire|exclusion
    oubliez|oublie moi|nous
opt_out 4
    allez .. embêter|ennuyer|déranger|spammer
    non sollicité*
    @mail indésirable*
    laissez|laisse|fichez|foutez .. moi|nous|la .. tranquille*|paix
opt_out 3
    jamais .. inscrit*|abonné*|consenti|demandé|autorisé|donné_mon_accord
    sans .. consentement|accord|autorisation
trap 6
    ne|n|n' .. tard*|attend*|gên*|oubli*|perd* .. pas ...
    ne .. pas désabonner|désinscrire|supprimer|arrêter
    n .. arrêtez|arrête pas|surtout
    surtout .. pas
    comment|peut|permet|gérez|gère|est-ce|quel*|votre_outil ... désabonn*|désinscri*|opt-out ... clients|outil|logiciel|solution|abonnés|contacts|destinataires|utilisateurs|plateforme|produit|automatiquement
    taux de désabonnement|désinscription
    tous|toutes|tout_le_monde .. les|le .. désabonn*|désinscri*|supprim*
    désinscri*|désabonn*|supprim* .. tous|toutes|tout_le_monde !mes|les_données
    ne .. pas .. @write .. avant
    sans attendre
    n'hésitez|hésitez pas
    ne .. pas arrêter
law 1
    rgpd|cnil|gdpr|règlement_général
privacy_request 6
    droit|droits .. d|de|à|l|au .. accès|oubli|effacement|opposition|rectification|suppression|portabilité
    quelles|quelle .. données|informations .. vous|sur|concernant|me|avez|détenez
    données .. personnelles|me_concernant|à_caractère|caractère|que_vous
    @retire|effacement|suppression|effacer|effacez|détruire .. toutes|toute|tout|mes|nos|l_ensemble|données .. données|informations|traces
    supprim*|effac* .. tout|toutes .. ce|sur|détenez|possédez|avez
    base légale|juridique
    copie .. de|des .. données|informations
    délégué .. protection|données
    traitement .. de|mes données
    article|art 15|17|21
privacy_request 5
    par quel|quels .. biais|moyen|canal .. mes|mon|ma|nos
    savez|sais .. sur|de moi
    qui .. vous|t .. a|ont .. communiqué|donné|transmis|vendu|fourni|passé
    d où|ou .. tenez|avez|vient|viennent|provient|proviennent|sort*|tu|détenez|connaissez|possédez .. @data|vous|mon|mes|mail
    où .. avez|as|avez-vous .. trouvé|eu|obtenu|récupéré|pris|acheté|dégoté .. @data|mon|mes|ma
    comment .. avez|as|vous|êtes|tu .. eu|obtenu|trouvé|récupéré|procuré|connaissez|procurer|acquis .. @data|mon|mes|ma|nos|notre
    comment .. eu mon|mes|nos|notre
    qui .. vous|t .. donné|transmis|vendu|communiqué|fourni .. @data|mon|mes|ma
    données|informations .. concernant|sujet|propos|possession|sur_moi
    source|origine|provenance .. de|des|mes|données|fichier|adresse|coordonnées
    préciser|indiquer|connaître|communiquer .. la|l source|origine|provenance
    traitez|conservez|stockez .. données|informations .. moi|me|sur|concernant
    transmettez|transmis .. mes données
erase 1
    effac*|suppr*|oubli
access 1
    accès|quelles_données|copie|quelles_informations
source 1
    source|origine|provenance|comment_avez|d_où
hostile 5
    connard*|connasse|abruti*|crétin*|enfoiré*|salaud*|escroc*|arnaqu*|charlatan*|voleur*|imbécile*|idiot*|pourri*|ordure*|guignol*|parasite*|merde*|merdique|putain|foutre|clown*
    allez|va|aller|vas .. faire|te|vous|au .. voir|foutre|diable|enculer|promener|f
    dégage*|foutez|barrez|tirez|casse-toi|cassez-vous|ta_gueule|fermez-la|ferme_la
    fous|fout|foutez .. camp|paix
    harcèlement|harceler|harcelez
    honte|scandaleux|scandale|inadmissible|inacceptable|lamentable|minable|pitoyable|honteux
    porter|porte|porterai|déposer|dépose plainte
    plainte
    dénonc*|signal* .. vous|cnil|spam|autorités|comme|ce|police|à
    avocat* .. mon|notre|saisi|prendra|contact|prévenu|mes
    mon|notre|mes|nos avocat*
    poursui* .. justice|judiciaire*|vous
    marre|ras-le-bol|ras_le_bol
    bande de|d
    de quel droit
    arnaque
    foute* .. de
    torchon|déchets|poubelle
hostile 3
    spam|spams|spammer|spammeur*|polluer|pollution|ridicule|agaçant|pénible|n'importe_quoi
legal 1
    avocat*|tribunal|mise_en_demeure|poursuites|juridique
security 1
    questionnaire_de_sécurité|audit_de_sécurité|iso_27001|rssi
press 1
    journaliste|rédaction|presse
machine 1
    êtes|est-ce|es .. robot|machine|ia|humain|bot ??
    parle|écris|discute .. à|avec .. robot|machine|ia|humain|bot ??
instructs 1
    ignor* .. instructions|consignes|règles
    oubli* .. instructions|consignes|règles
    désinscri*|désabonn* .. tous|tout_le_monde
"""
