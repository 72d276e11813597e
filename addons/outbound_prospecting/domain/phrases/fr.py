"""French, vous and tu."""

from . import fr_firm

STOP_WORDS = """le la les des une est et vous nous je pas que qui pour dans sur avec votre notre vos mon ma mes ce cette
merci bonjour cordialement suis sommes avez plus par au aux du de en il elle on ne ou mais être fait bien si tout très
ai d'un d'une c'est j'ai n'est l'entreprise svp sont ont leur ça quel quelle tu"""
NEGATION = "pas ne jamais aucun aucune sans ni rien guère non"
CLASSES = {
    "mail": "mail* e-mail* email* courriel* message* newsletter* sollicitation* publicité* pub pubs communication* "
    "correspondance* spam* infolettre* courrier* offre* relance* démarchage prospection",
    "list": "liste* fichier* base* listing* mailing* newsletter* bdd diffusion envois envoi contacts répertoire",
    "write": "contact* écri* ecri* envo* solliciter sollicitez démarcher démarchez appel* relanc* importun* embêt* dérang* "
    "recontact* adress* spammer spammez harcel* joindre mailer transmettre transmettez",
    "retire": "retire* retirez enlev* supprim* ôte* désabonn* désinscri* ray* radi* efface* effacer sort* désinscrire "
    "exclu* élimin*",
    "me": "me moi m mon ma mes nous notre nos",
    "day": "lundi mardi mercredi jeudi vendredi demain après-demain aujourd'hui lun mer jeu ven",
    "part": "matin après-midi midi soir matinée",
    "person": "personne interlocut* contact destinataire adresse service",
    "data": "adresse* mail* e-mail* email* coordonnées données contact* numéro nom courriel* informations infos",
}
CUES = (
    fr_firm.CUES
    + """
out_of_office 5
    absent*|absence .. du|jusqu|jusqu'au|du_bureau|actuellement|pour|bureau|de|et|pendant|ce|cette|le|jusqu'à
    suis|serai|sera|êtes|actuellement .. absent*|en_congé*|en_vacances|en_déplacement|en_arrêt|indisponible|injoignable|hors_du_bureau|en_formation|en_rtt
    en congé*|vacances|arrêt_maladie|déplacement|rtt .. jusqu|du|et|de|pour|à|parental|maternité|depuis|sans|retour|avec
    congé* .. maternité|paternité|parental|annuel*|maladie|payés
    de retour .. le|au|bureau|lundi|mardi|mercredi|jeudi|vendredi|à|dès|en
    serai|suis de_retour|retour
    mon|à_mon retour
    cas d'urgence|urgence
    urgence|urgent* .. contact*|joindre|appel*|adress*|merci|veuillez
    hors|pas .. du|au|de bureau
    accès .. limité|restreint|mes|aux .. mail*|messagerie|emails|e-mails|messages
    pas|peu|difficilement accès|joignable|disponible .. mail*|messagerie|emails|jusqu
    mon absence
    reviens|reviendrai|rentre|rentrerai|reprendrai|reprends .. le|lundi|au|mardi|mercredi|jeudi|vendredi
    bureaux|bureau|entreprise|établissement|société .. fermé*|fermée*
    réponse automatique .. absen*
    votre|ce|mon message|mail|courriel .. ne .. sera .. lu|transféré|pas
auto_reply 5
    message|réponse|mail|e-mail|courriel|accusé|envoi|email automatique*|généré*|automatiquement|automatisé*
    automatique* .. message|réponse|accusé|mail
    accusé .. réception
    bien .. reçu|enregistré*|pris .. votre|message|demande|compte|mail|e-mail|référence|sous|courriel
    avons .. reçu|réceptionné|enregistré .. votre|message|demande
    votre|ta .. demande|message|mail|e-mail|requête|courriel .. reçu*|enregistré*|prise_en_compte|pris_en_compte|traité*|transmise*|bien|numéro
    dans les meilleurs délais|plus_brefs_délais|48|24
    meilleurs|brefs délais
    ne pas .. répondre .. à|directement|y
    n y .. répondre|pas
    pas y répondre
    ticket|dossier|numéro|demande .. créé|ouvert|n°|numéro|référence|suivi|enregistré|sous
    merci .. avoir .. contacté|contactés|contactées|écrit
    merci .. de nous .. avoir|contacter|écrire
    boîte|adresse|boite|messagerie .. plus|pas|n'est .. consultée|relevée|utilisée|active|valide|surveillée|lue|attribuée
    notre équipe|service .. reviendra|répondra|traite*|contactera
    un|notre conseiller|conseillère|collaborateur|équipe .. contactera|répondra|reviendra|recontactera
    répondrons|répondra|traiterons .. dans|délais|rapidement|sous|plus_vite|dès_que
    horaires .. ouverture
    sous 24|48|72 h|heures
    service client|clients
referral 4
    contact*|adress*|écri*|voir|voyez|voir_avec|parl*|joindre|rapproch*|appel* .. mon|ma|notre|nos|directement|plutôt|avec|à|au|vous|auprès|m|mme|monsieur|madame .. collègue*|directeur|directrice|responsable|dsi|service|daf|drh|collaborat*|associé*|patron|chef|assistant*|m|mme|monsieur|madame|siège
    mon|ma|mes|notre|nos collègue*|directeur|directrice|responsable|dsi|collaborat*|associé*|supérieur*|patron|daf|drh
    transfère|transmets|transféré|transmis|fais_suivre|fait_suivre|faire_suivre|fais-suivre|communiqué|passe|redirige|envoie|relaie|transférer|transmettre .. votre|vos|message|mail|collègue*|service|directeur*|responsable|demande|courriel
    fait|fais|faire suivre
    bonne|bon|meilleur*|meilleure .. @person .. est|serait|pour|sera
    personne|interlocut* .. en_charge|compétent*|est|responsable|chargée|adéquat|à_contacter
    en charge .. de|du|des|est|m|mme
    s occupe|occupe|charge|gère|pilote|suit .. de|ce|ces|du|des|cela
    responsable .. est|achats|informatique|de_ce|du|concerné*
    en copie|cc
    mets|met|mis|ajoute .. en_copie|copie|relation|cc|contact
    c'est .. qui|m|mme|monsieur|madame .. s|gère|occupe|décide|pilote|suit
    rapprocher|rapprochez .. de|vous
    voyez|voir .. plutôt|avec|directement
    vous .. orient*|redirig*|invit* .. vers|contacter|joindre
    à l attention
    directeur|directrice .. informatique|financier*|général*|achats
    joindre .. au|à|par
referral 3
    voyez|voir|adressez|contactez|parlez|écrivez .. avec|à|vous !moi|nous
wrong_person 4
    aucun|pas .. pouvoir .. décision|décider
    pas .. décide|décideur|décisionnaire
    pas|plus .. bonne|bon|la_personne|l_interlocuteur|le_bon|la_bonne .. @person|service
    mauvaise*|mauvais .. @person|service
    trompez|trompé|erreur|trompe* .. de|d|destinataire|personne|interlocut*|adresse|vous|numéro
    ne|n .. travaill*|fais|fait|suis|occupe|est|exerce .. plus .. chez|dans|partie|pour|entreprise|société|poste|là|en_poste|effectifs|ici
    plus .. partie|chez|dans .. entreprise|société|effectifs
    travaill* plus
    quitté|quitte .. l|la|entreprise|société|poste|ses|mes|fonctions
    retraite|retraité*|démission*|parti
    ne .. occupe|charge|gère|décide .. pas|plus .. de|ce|ces|du|des
    m occupe .. pas|plus
    pas|plus .. en_charge|responsable|concerné*|compétent*|décisionnaire|moi|mon_domaine|mon_périmètre|habilité|mes_attributions|mon_ressort
    ne .. relève|dépend|concerne .. pas .. de|mes|mon|moi|me
    relève|dépend .. pas
    rien .. voir|faire .. avec|dans|moi
    pas .. de .. mon .. ressort|domaine|périmètre|service
    confond* .. avec|quelqu
    stagiaire|intérimaire|alternant*
    pas mon rôle|domaine|travail|métier
    changé .. de|d poste|entreprise|société|emploi
not_interested 4
    pas|aucunement|nullement .. intéressé*|intéress*|intérêt|besoin|souhait*|concerné*|suite|convaincu*|adapté|pertinent*|utile|preneur*|recherche
    aucun|aucune .. intérêt|besoin|utilité|suite|projet
    ne .. intéress* .. pas
    sans intérêt|suite
    ^ non merci
    ^ non $
    donner*|donne|donnons .. pas|suite .. suite|pas
    ne .. donne* .. suite
    déclin*|décliner|renonc*|refus* .. votre|offre|proposition|poliment|de
    correspond* .. pas .. à|besoin*|aux
    ne .. correspond* .. pas
    n'avons|avons|ai pas .. besoin|utilité|usage
    pas besoin|utile|pour_nous|notre_cible|nécessaire
    passons|passer|passe notre|mon tour
    bonne continuation
    nous .. suffit
not_interested 2
    merci mais
    malheureusement
    bonne .. chance|réussite
objection 4
    déjà investi|choisi|signé|équipé|engagé|sélectionné|opté
    trop|très|assez|bien|hors|plutôt .. cher*|élevé*|coûteux|onéreux|petit*|complexe|lourd|compliqué|de_prix|budget|grand*|tôt|moyens|prix
    cher|chers|chère|coûteux|onéreux
    pas|aucun|plus|sans|manque .. de|d|le|du|les .. budget*|moyens|argent|trésorerie|financement|ressources
    budget* .. serré|gelé|épuisé|dépassé|limité|bouclé|coupé|restreint|consommé
    hors|dépasse|au-delà .. budget|moyens|notre
    tarif*|prix .. hors|trop|élevé*|dissuasif*|dépass*|exorbitant*
    déjà .. un|une|en|avec|notre|tout|équipé*|pourvu*|fait|fourni*|prestataire*|solution|outil|partenaire|interne|quelqu|ce
    travaill* .. déjà|actuellement|avec .. avec|prestataire|fournisseur|partenaire
    utilis* .. déjà|actuellement|en_interne
    avons|dispos*|sommes|ai|possédons|a|utilisons|travaillons déjà|actuellement .. !en_tête
    satisfait*|content*|heureux .. de|du|avec|des|en|et|notre
    en interne
    interne .. développé|gér*|équipe
    contrat|engagé*|engagement|lié* .. en_cours|avec|jusqu|auprès|par|chez
    concurrent*|concurrence .. moins|offre|propos*|moitié|déjà
    moins cher
    pas|aucune|ne .. vois|voit|voyons .. intérêt|valeur|pourquoi|utilité|raison|bénéfice|ce_que|plus-value
    valeur ajoutée
    changer .. de|pas|prestataire|fournisseur|solution|raison
    aucune|pas raison|envie .. de|changer
    mauvaise expérience
    déjà .. essayé|testé|tenté|déçu*
    sceptique|doute*|pas_convaincu*|peu_convaincu*
deferral 4
    recontact*|rappel*|relanc*|reven*|revien*|reparl*|contact*|reprend*|réécri*|réessay*|retent*|refaire|repass*|repren* .. en|dans|après|début|fin|mi|au|plus_tard|prochain*|courant|à|moi|moi_en|nous|vers|me|septembre|ce_moment|point|d_ici|sujet|l_année
    recontact*|relanc*|reparl*|reprendre|rappelez-moi|revenez|reviens|revenir .. moi|nous|vers|on|plus_tard|contact|en_reparle
    reparle*|reparler
    plus tard
    prochain* trimestre|semestre|exercice|année|mois|budget|rentrée
    l'année|l'an|année|an prochaine|prochain
    trimestre|semestre|mois prochain
    pas avant|d_ici|dans_l_immédiat
    après .. rentrée|vacances|été|pâques|noël|fêtes|congés|bilan|clôture|lancement
    second|deuxième|premier|début|fin|2nd|2e semestre|trimestre
    d ici .. mois|semaines|quelques|là
    dans .. quelques|deux|trois|quatre|six|un|une|2|3|4|6 .. mois|semaines|semaine|an|ans
    pas .. le temps
    en plein*|pleine
    à voir plus|ultérieurement
    ultérieurement
    nous verrons|verrons|verra .. cela|ça|plus|au|en|après|à
    report* .. projet|à|décision|sujet
    en attente|suspens|stand-by|pause
    peut-être .. plus|dans|en|l|après|prochain*
deferral 3
    pas .. bon|meilleur|moment|maintenant|actuellement|l_instant|immédiat|priorit*|l_ordre|cette_année|ce_trimestre|tout_de_suite|le_temps|d_actualité|encore|bon_moment|idéal
    pour l'instant|le_moment|l_heure
    pour|en l instant|état
    mauvais|mal moment|tombe*|timing|choisi
    priorit* .. autre*|actuel*|pas|n_est
    autres|d_autres .. priorités|projets|urgences|chantiers
    débord*|surcharg*|sous_l_eau|charrette|trop_occupé*|très_occupé*|overbooké*|beaucoup_de_travail|la_tête_sous
meeting_request 4
    disponib* .. @day|à|pour|semaine|demain|la|entre|quelles|vos|??|de
    suis|serais|serai|sommes .. disponible*|libre*|dispo .. @day|à|pour|semaine|demain|la|entre|le|en
    quelles|vos|quand|tes .. disponibilités|dispos|disponible*|créneaux
    rendez-vous|rdv|entretien téléphonique
    rendez-vous|rdv|visio*|réunion|call|démo|démonstration|échange_téléphonique|entretien|créneau*|point_téléphonique
    appel*|rappel* .. moi|me|nous|m .. @day|au|demain|sur|à|quand|dans_l|cet|ce|entre
    appelez|appelle moi|nous
    m appeler|joindre|rappeler .. @day|au|demain|sur|à
    parl*|discut*|échang*|voir|rencontr*|caler|calons|prévoir|fixer|planifi*|convenir|organis* .. @day|téléphone|vive_voix|semaine_prochaine|call|rdv|rendez-vous|visio*|date|créneau|réunion|demain|point|moment|café|rapidement|ensemble
    se caler|voir|rencontrer|parler|appeler
    @day .. à .. h|heures|10|11|14|15|16|9|10h|11h|14h|15h|16h|9h|17h|9h30|10h30|14h30
    @day .. prochain .. à
    @day @part
    @day .. me_convient|convient|m_irait|ok|parfait|possible|disponible|ça_vous|ça_te
    @part .. convient|va|irait ??
    calendly|agenda|calendrier|invitation|lien_teams|lien_zoom|teams|zoom
    passer|passez|venir|venez|recevoir .. bureau*|locaux|nous_voir|voir
    dans nos locaux
    de vive voix
    par téléphone
    ça|cela vous|te convient|irait|va
    prendre un|le café
interest 4
    intéress* .. !pas
    m intéress*
    nous|ça|cela|me|votre intéress*
    suis|sommes|serais|serions|serait|plutôt|très|vivement|bien .. intéressé*|curieu*|preneur*|intéressant*
    curieu*|prometteur*|pertinent*|alléchant*|séduisant*|tentant*|intriguant*
    en|d'en|savoir|connaître|apprendre|dites|dis|parlez|racontez|entendre .. davantage|plus|savoir_plus
    en savoir
    plus|davantage|complément .. d|de informations|infos|détails|renseignements
    envo*|transmett*|transmet*|adress*|partag*|fourn*|communiqu*|faire_parvenir|faites_parvenir|faites-moi_parvenir .. moi|me|m|nous|votre|une|la|toujours|des|un|plus|vos|plaquette|documentation .. documentation|plaquette|info*|présentation|brochure|tarif*|devis|offre|détails|référence*|cas|dossier|documents|catalogue|proposition|vidéo|exemple*|pdf|plus
    envoyez|envoie .. toujours|moi_ça|le_moi|plus
    plaquette|brochure|documentation|dossier_de_présentation
    attention|retenu mon|notre|attention
    retenu .. attention
    pourquoi pas
    avec plaisir
    ^ oui .. volontiers|merci|svp|bien_sûr|avec_plaisir|je|pourquoi|ça
    ^ volontiers
    sujet .. pour_nous|d_actualité|important|qui_nous
    c'est .. exactement|justement .. ce|qu
    recherch*|cherch* .. justement|actuellement|solution|exactement|ce
    tombe* bien|à_pic|à_point
    bien .. volontiers|voir|tester|essayer|découvrir
    tester|essayer|découvrir .. votre|gratuit*|solution
    prochaine* étape*
    correspond* .. à|parfaitement|exactement .. besoin*|recherch*|attend*
question 4
    quel*|comment|combien|où|quand|pourquoi|qui|quoi|lequel|laquelle ... ??
    est-ce|est ... ??
    avez|avez-vous|peut|peut-on|pouvez|faites|proposez|fonctionne|intervenez|a-t-il|y|existe|gérez|êtes|es|travaillez|c'est|cela|ça ... ??
    à|en|sous|pour|de|dans|avec quel*|combien|qui|quoi ... ??
    tarif*|prix|coût* ??
    combien .. coût*|coûte|ça|faut
    quel .. tarif|prix|coût|différence|délai
    question|questions|précision|précisions
    expliqu*|précis*|détaill* .. moi|nous|comment|ce|votre|fonction*|??
    compatible*|intégr* .. avec|à ??
    me demande*|demandais .. si|comment
other 2
    ^ merci|ok|d'accord|entendu|parfait|reçu|noté|super|très_bien|top|compris $
    ^ merci .. pour|beaucoup|bien .. retour|message|info*|réponse|mail|beaucoup $
    bien reçu|noté
    c'est noté
    bonne|bonnes|belle|joyeux|joyeuses|excellente journée|année|fêtes|noël|week-end|fin_de_journée|soirée
    cordialement $
"""
)
