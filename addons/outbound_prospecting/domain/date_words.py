"""Words of time in ten languages, as `reply_dates` reads them.

Each language has one line a code; `|` parts ways to say the same, `_` is a space. Values of M (months), W (weekdays,
Monday first), N (numbers from 1) and O (ordinals from 1) are their places in the line. Units have codes of their own.
Words that stand in no line of a language end a date; those of `c` are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .reply_cues import spellings

EN = {
    "M": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
    "W": "monday|mon|mondays tuesday|tue|tues|tuesdays wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun",
    "N": "one|a|an two|couple|a_couple|couple_of|a_couple_of three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty twenty_one twenty_two twenty_three twenty_four twenty_five "
    "twenty_six twenty_seven twenty_eight twenty_nine thirty thirty_one",
    "O": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty_first twenty_second twenty_third "
    "twenty_fourth twenty_fifth twenty_sixth twenty_seventh twenty_eighth twenty_ninth thirtieth thirty_first",
    "d": "day|days", "b": "business_day|business_days|working_day|working_days|workday|workdays", "w": "week|weeks|wk|wks|working_week|workweek|work_week",
    "k": "weekend|weekends", "m": "month|months|mth|mths", "q": "quarter|quarters|qtr|qtrs", "h": "half|half-year|half_year|half_a_year|semester|halves",
    "y": "year|years|yr|yrs|calendar_year|calendar_years", "s": "summer|the_summer|summer_holidays|summer_break|summer_holiday",
    "f": "fiscal_year|fiscal|school_year|school|fy|financial_year|spring|autumn|fall|winter|century|decade|decades|centuries",
    "t": "today|now|tonight=0 tomorrow|tmr|tmrw|tomorow=1 yesterday=-1 day_after_tomorrow|the_day_after_tomorrow=2 in_a_fortnight|a_fortnight=14 day_before_yesterday|the_day_before_yesterday=-2",
    "T": "this|current|same|present", "X": "next|coming|following|upcoming|the_following", "P": "last|previous|preceding|prior past",
    "I": "in|within|in_about|in_another", "A": "ago|before_now", "F": "from_now|from_today|hence|later",
    "G": "after|later_than|once_after|following_the", "V": "until|till|til|up_to|up_until|to_and_including|untill", "S": "from|since|starting|as_of|beginning_on|starting_from|as_from|effective|start_of_business|beginning",
    "B": "before|by|prior_to|not_later_than|no_later_than", "J": "to|and|-|~|through|thru|until|till|–|—", "K": "between",
    "E": "early|beginning|start|beginning_of|start_of|the_start_of|the_beginning_of|earlier", "D": "mid|middle|middle_of|the_middle_of|mid-", "L": "end|end_of|the_end_of|eom|close", "l": "late|later",
    "H": "easter|easter_monday=easter christmas|xmas|christmas_day=12-25 new_year|new_year's|new_years|the_new_year|new_year's_day|new_year_s=01-01 christmas_eve=12-24 new_year's_eve=12-31 labour_day=05-01",
    "z": "thousand hundred forty fifty sixty seventy eighty ninety", "r": "back|return|returning|returns", "n": "week_of|week_commencing|w/c|week_beginning|w_c|week_starting|the_week_of|the_week_commencing",
    "c": "the of on at for day_of around about approximately approx in_the on_the sometime some_time time_in of_the the_month_of a.m. year_of the_year_of calendar",
}  # fmt: skip
DE = {
    "M": "januar|jan|jänner|jaenner februar|feb|feber märz|mär|mrz april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez",
    "W": "montag|mo|montags dienstag|di|dienstags mittwoch|mi donnerstag|do freitag|fr samstag|sa|sonnabend sonntag|so",
    "N": "ein|eine|einer|einem|einen|eins|eines zwei|zweier drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "O": "erste|ersten|erster|erstes zweite|zweiten|zweiter|zweites dritter|dritte|dritten|drittes vierter|vierte|vierten|viertes fünfter|fünfte|fünften sechster|sechste|sechsten siebter|siebte|siebten|siebenten achter|achte|achten neunter|neunte|neunten zehnter|zehnte|zehnten elfter|elfte|elften zwölfter|zwölfte|zwölften dreizehnte|dreizehnten vierzehnte|vierzehnten fünfzehnte|fünfzehnten sechzehnte|sechzehnten siebzehnte|siebzehnten achtzehnte|achtzehnten neunzehnte|neunzehnten zwanzigste|zwanzigsten einundzwanzigste|einundzwanzigsten zweiundzwanzigste|zweiundzwanzigsten dreiundzwanzigste|dreiundzwanzigsten vierundzwanzigste|vierundzwanzigsten fünfundzwanzigste|fünfundzwanzigsten sechsundzwanzigste|sechsundzwanzigsten siebenundzwanzigste|siebenundzwanzigsten achtundzwanzigste|achtundzwanzigsten neunundzwanzigste|neunundzwanzigsten dreißigste|dreißigsten einunddreißigste|einunddreißigsten",
    "d": "tag|tage|tagen|tages", "b": "werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen|geschäftstage|geschäftstagen", "w": "woche|wochen|kw|kalenderwoche", "k": "wochenende|wochenenden",
    "m": "monat|monate|monaten|monats", "q": "quartal|quartals|quartale|quartalen", "h": "halbjahr|halbjahres|halbes_jahr|halben_jahr|halbe_jahr|jahreshälfte|semester",
    "y": "jahr|jahre|jahren|jahres|kalenderjahr", "s": "sommer|sommers|sommerferien|sommerurlaub|sommerpause", "f": "geschäftsjahr|fiskaljahr|schuljahr|frühling|frühjahr|herbst|winter|jahrhundert|jahrzehnt|jahrzehnte",
    "t": "heute|jetzt=0 morgen=1 gestern=-1 übermorgen=2 vorgestern=-2",
    "T": "diese|dieser|diesen|dieses|diesem|laufenden|laufende", "X": "nächste|nächsten|nächster|nächstes|nächstem|kommende|kommenden|kommender|kommendes|kommendem|folgende|folgenden|darauffolgende", "P": "letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vergangenes|vorige|vorigen|voriges|vorherigen|vorherige",
    "I": "in|binnen|innerhalb|innerhalb_von|in_etwa|in_ca|in_rund", "A": "vor", "F": "später|ab_heute|ab_jetzt|von_heute_an",
    "G": "nach|nach_dem|nach_den|nach_der", "V": "bis|bis_zum|bis_einschließlich|bis_inklusive|bis_zu|bis_einschl|bis_inkl|bis_und_mit|bis_ende", "S": "ab|ab_dem|seit|vom|von|beginnend", "B": "vor_dem|bevor|vor_der|spätestens",
    "J": "bis|und|-|–|—|bis_zum|bis_einschließlich", "K": "zwischen", "E": "anfang|beginn|anfangs|zu_beginn|zu_beginn_des|früh_im|anfang_des|beginn_des", "D": "mitte|mitte_des|mitte_der", "L": "ende|ende_des|ende_der|zum_ende|schluss",
    "H": "ostern|osterfeiertagen|osterferien|ostermontag|den_osterferien|osterfest=easter pfingsten|pfingstmontag=whit weihnachten|weihnachtsfeiertagen=12-25 neujahr|jahreswechsel|neuen_jahr|neues_jahr|neue_jahr=01-01 silvester=12-31",
    "z": "tausend neunzehnhundert zweitausend", "r": "zurück|wieder|erreichbar|rückkehr", "n": "woche_vom|woche_ab",
    "c": "der den dem des das die am im um zum zur gegen circa ca etwa  ",
}  # fmt: skip
FR = {
    "M": "janvier|janv|jan février|fevr|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre|sept|sep octobre|oct novembre|nov décembre|déc",
    "W": "lundi|lun mardi mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim",
    "N": "un|une deux|couple trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un",
    "O": "premier|première|1er|1ère|1ere deuxième|second|seconde|2e|2ème|2nd|2eme troisième|3e|3ème|3eme quatrième|4e|4ème|4eme cinquième sixième septième",
    "d": "jour|jours|journée", "b": "jour_ouvré|jours_ouvrés|jours_ouvrables|jour_ouvrable", "w": "semaine|semaines", "k": "week-end|weekend|fin_de_semaine", "m": "mois", "q": "trimestre|trimestres", "h": "semestre|semestres",
    "y": "an|ans|année|années|année_civile", "s": "été|l'été|vacances_d'été|vacances_d_été|congés_d'été", "f": "année_fiscale|année_scolaire|exercice|printemps|automne|hiver|siècle|décennie",
    "t": "aujourd'hui|aujourd_hui|maintenant|ce_jour=0 demain=1 hier=-1 après-demain|après_demain=2 avant-hier|avant_hier=-2",
    "T": "ce|cet|cette|ces|courant|en_cours", "X": "prochain|prochaine|prochains|prochaines|suivant|suivante|qui_vient|à_venir", "P": "dernier|dernière|derniers|dernières|passé|passée|précédent|précédente|écoulé",
    "I": "dans|d'ici|d_ici|sous|dans_environ|dans_les", "A": "il_y_a|y_a|il_ya", "F": "plus_tard|à_partir_d'aujourd'hui|à_compter_d'aujourd'hui",
    "G": "après|passé_le|à_la_suite", "V": "jusqu'au|jusqu_au|jusqu'à|jusqu_à|jusqu'à_la|jusque|jusqu'en|jusqu_en|jusqu", "S": "à_partir_du|à_partir_de|dès|depuis|du|à_compter_du|à_compter_de|dès_le", "B": "avant|avant_le|d'ici_le",
    "J": "au|à|et|-|–|jusqu'au|jusqu_au|a", "K": "entre", "E": "début|au_début|debut|au_début_du|au_début_de|en_début|commencement", "D": "mi|mi-|milieu|au_milieu", "L": "fin|à_la_fin|la_fin|fin_du|fin_de",
    "H": "pâques|lundi_de_pâques|vacances_de_pâques=easter pentecôte=whit noël=12-25 nouvel_an|jour_de_l'an|jour_de_l_an|nouvelle_année=01-01 rentrée|la_rentrée=09-01 fête_du_travail=05-01",
    "z": "mille mil", "r": "retour|reviens|reviendrai|rentre|reprends", "n": "semaine_du",
    "c": "le la les l de d des en au aux pour vers environ inclus courant_du de_la de_l du_mois",
}  # fmt: skip
ES = {
    "M": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
    "W": "lunes|lun martes miércoles|mie|mié jueves|jue viernes|vie sábado|sab|sáb domingo|dom",
    "N": "un|una|uno dos|par|un_par|par_de|un_par_de tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta treinta_y_uno|treinta_y_un",
    "O": "primer|primero|primera|1er segundo|segunda|2do tercer|tercero|tercera|3er cuarto|cuarta quinto|quinta sexto|sexta séptimo octavo noveno décimo",
    "d": "día|días", "b": "día_hábil|días_hábiles|días_laborables|día_laborable|días_laborales", "w": "semana|semanas", "k": "fin_de_semana|fines_de_semana", "m": "mes|meses", "q": "trimestre|trimestres", "h": "semestre|semestres|medio_año",
    "y": "año|años|ano_calendario|año_calendario|anos", "s": "verano|vacaciones_de_verano", "f": "año_fiscal|año_escolar|ejercicio|primavera|otoño|invierno|siglo|década|décadas|fiscal|escolar|año_pasado_fiscal",
    "t": "hoy|ahora=0 mañana=1 ayer=-1 pasado_mañana=2 anteayer|antes_de_ayer=-2",
    "T": "este|esta|estos|estas|actual|mismo|misma|en_curso", "X": "próximo|próxima|próximos|próximas|siguiente|siguientes|que_viene|entrante|venidero|que_entra", "P": "pasado|pasada|último|última|últimos|últimas|anterior|anteriores|pasados|pasadas|previo|previa",
    "I": "en|dentro_de|dentro|de_aquí_a", "A": "hace", "F": "después|más_tarde|a_partir_de_hoy|desde_hoy|desde_ahora|a_partir_de_ahora",
    "G": "después_de|después_del|tras|pasado_el|pasada_la|luego_de|después_de_la", "V": "hasta|hasta_el", "S": "desde|a_partir_de|a_partir_del|del|desde_el|comenzando|comenzando_el|empezando", "B": "antes_de|antes_del|antes",
    "J": "a|al|y|hasta|-|–|hasta_el", "K": "entre", "E": "principios|principios_de|inicios|inicio|comienzos|comienzo|primeros|a_principios|a_principios_de|a_comienzos", "D": "mediados|a_mediados|a_mediados_de|medianos|mitad", "L": "fin|final|finales|a_finales|fines|a_fin|a_finales_de|fin_de",
    "H": "semana_santa|pascua|pascuas|lunes_de_pascua=easter navidad|navidades=12-25 año_nuevo=01-01 nochevieja=12-31 nochebuena=12-24 reyes=01-06 día_del_trabajador|día_internacional_de_los_trabajadores=05-01",
    "z": "mil novecientos|mil_novecientos dos_mil", "r": "vuelta|vuelvo|volveré|regreso|regresaré|incorporo", "n": "semana_del|semana_de|semana_que_va_del|semana_a_partir_del",
    "c": "el la los las de   para por en_el en_la  sobre alrededor_de hacia alrededor_del lo",
}  # fmt: skip
IT = {
    "M": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|sett|set ottobre|ott novembre|nov dicembre|dic",
    "W": "lunedì|lun martedì mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom",
    "N": "un|uno|una due|paio_di|un_paio_di tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
    "O": "primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta",
    "d": "giorno|giorni", "b": "giorni_lavorativi|giorno_lavorativo", "w": "settimana|settimane", "k": "weekend|fine_settimana", "m": "mese|mesi", "q": "trimestre|trimestri", "h": "semestre|semestri|mezzo_anno", "y": "anno|anni", "s": "estate|l'estate|ferie_estive|vacanze_estive",
    "f": "anno_fiscale|esercizio|primavera|autunno|inverno|secolo|decennio", "t": "oggi|adesso|ora=0 domani=1 ieri=-1 dopodomani=2 ieri_l'altro=-2",
    "T": "questo|questa|questi|corrente|in_corso|quest", "X": "prossimo|prossima|prossimi|prossime|seguente|venturo|entrante|successivo", "P": "scorso|scorsa|ultimo|ultima|ultimi|passato|precedente",
    "I": "tra|fra|in|entro", "A": "fa", "F": "da_oggi|più_tardi|da_adesso", "G": "dopo|passata|passato_il|dopo_il|dopo_la|dopo_le|dopo_l", "V": "fino_al|fino_a|fino_alla|sino_al|fino_alle|sino_a|fino_all|fino_a_fine", "S": "dal|da|dalla|a_partire_dal|dall|a_partire_da", "B": "prima_di|prima_del|entro_il",
    "J": "al|a|e|-|–|fino_al", "K": "", "E": "inizio|a_inizio|ad_inizio|primi|inizi|all'inizio|primi_di", "D": "metà|a_metà", "L": "fine|a_fine|alla_fine|fine_di",
    "H": "pasqua|pasquetta=easter natale=12-25 capodanno|anno_nuovo|nuovo_anno=01-01 ferragosto=08-15", "r": "rientro|rientrerò|torno|tornerò|ritorno", "n": "settimana_del",
    "c": "il lo la le i gli l di del della dello dei degli delle nel nella verso circa compreso incluso per",
}  # fmt: skip
NL = {
    "M": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep oktober|okt november|nov december|dec",
    "W": "maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za zondag|zo",
    "N": "een|één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "O": "eerste|1e tweede|2e derde|3e vierde|4e vijfde zesde",
    "d": "dag|dagen", "b": "werkdag|werkdagen", "w": "week|weken", "k": "weekend", "m": "maand|maanden", "q": "kwartaal|kwartalen", "h": "halfjaar|half_jaar|halve_jaar|helft_van_het_jaar", "y": "jaar|jaren",
    "s": "zomer|zomervakantie|zomerperiode|bouwvak", "f": "boekjaar|schooljaar|lente|voorjaar|herfst|najaar|winter|eeuw", "t": "vandaag|nu=0 morgen=1 gisteren=-1 overmorgen=2 eergisteren=-2",
    "T": "deze|dit|huidige|huidig", "X": "volgende|volgend|komende|komend|aanstaande|aankomende|eerstvolgende", "P": "vorige|vorig|afgelopen|laatste|laatst",
    "I": "over|in|binnen", "A": "geleden", "F": "later|vanaf_nu|vanaf_vandaag", "G": "na|na_de|na_het", "V": "tot|tot_en_met|t/m|t_m|tot_aan|t_e_m", "S": "vanaf|van|sinds|ingaande|per", "B": "voor|vóór|uiterlijk",
    "J": "tot|en|t/m|tot_en_met|-|–|t_m", "K": "tussen", "E": "begin|begin_van|begin_van_het", "D": "half|medio|midden|halverwege", "L": "eind|einde|eind_van|einde_van_het|eind_van_de|einde_van_de",
    "H": "pasen|paasdagen|paasmaandag=easter pinksteren=whit kerst|kerstmis=12-25 nieuwjaar|nieuwe_jaar|jaarwisseling=01-01", "r": "terug|weer|bereikbaar|aanwezig", "n": "week_van",
    "c": "de het op van_de rond omstreeks in_de aan den  ongeveer",
}  # fmt: skip
PT = {
    "M": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
    "W": "segunda|segunda-feira|segunda_feira terça|terça-feira|terça_feira quarta|quarta-feira|quarta_feira quinta|quinta-feira|quinta_feira sexta|sexta-feira|sexta_feira sábado domingo",
    "N": "um|uma dois|duas|par_de|um_par_de três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezasseis|dezesseis dezassete|dezessete dezoito dezanove|dezenove vinte",
    "O": "primeiro|primeira|1º segundo|2º terceiro|terceira|3º quarto|4º quinto",
    "d": "dia|dias", "b": "dias_úteis|dia_útil", "w": "semana|semanas", "k": "fim_de_semana|final_de_semana", "m": "mês|meses", "q": "trimestre|trimestres", "h": "semestre|semestres|meio_ano", "y": "ano|anos", "s": "verão|férias_de_verão",
    "f": "ano_fiscal|exercício|primavera|outono|inverno|século|década", "t": "hoje|agora=0 amanhã=1 ontem=-1 depois_de_amanhã=2 anteontem=-2",
    "T": "este|esta|neste|nesta|deste|desta|corrente|atual", "X": "próximo|próxima|próximos|próximas|seguinte|que_vem|vindouro|proximo", "P": "passado|passada|último|última|últimos|anterior",
    "I": "em|dentro_de|daqui_a|daqui_há|daqui|dentro", "A": "há|atrás", "F": "mais_tarde|a_partir_de_hoje", "G": "após|depois_de|depois_do|depois_da|depois_das|passado_o|passada_a|após_o|após_a|após_as", "V": "até|até_ao|até_a|até_o|até_dia|até_ao_dia|até_o_dia|até_à", "S": "a_partir_de|desde|a_partir_do|do|a_partir_da|desde_o", "B": "antes_de|antes_do|antes_da",
    "J": "a|ao|e|até|-|–", "K": "entre", "E": "início|início_de|no_início|começo|no_começo|princípio|inícios|princípios", "D": "meados|meados_de|em_meados|metade", "L": "fim|final|finais|no_fim|no_final|fins",
    "H": "páscoa|segunda-feira_de_páscoa=easter natal=12-25 ano_novo|réveillon=01-01", "r": "volto|voltarei|regresso|regressarei|retorno|retornarei|volta", "n": "semana_de|semana_do",
    "c": "o  os as da das  dos de no na  para  volta_de inclusive ",
}  # fmt: skip
PL = {
    "M": "stycznia|styczeń|styczniu|sty lutego|luty|lutym|lut marca|marzec|marcu|mar kwietnia|kwiecień|kwietniu|kwi maja|maj|maju czerwca|czerwiec|czerwcu|cze lipca|lipiec|lipcu|lip sierpnia|sierpień|sierpniu|sie września|wrzesień|wrześniu|wrz października|październik|październiku|paź|pazdziernika listopada|listopad|listopadzie|lis grudnia|grudzień|grudniu|gru",
    "W": "poniedziałek|poniedziałku|poniedziałkiem wtorek|wtorku środa|środę|środy czwartek|czwartku piątek|piątku sobota|sobotę|soboty niedziela|niedzielę|niedzieli",
    "N": "jeden|jedną|jednego dwa|dwóch|dwie trzy|trzech cztery|czterech pięć sześć siedem osiem dziewięć dziesięć",
    "O": "pierwszy|pierwszym|pierwszego|pierwszej drugi|drugim|drugiego|drugiej trzeci|trzecim|trzeciego czwarty|czwartym|czwartego",
    "d": "dzień|dni|dnia|dniu", "b": "dni_roboczych|dni_robocze|dzień_roboczy", "w": "tydzień|tygodnie|tygodni|tygodniu|tygodnia", "k": "weekend|weekendzie", "m": "miesiąc|miesiące|miesięcy|miesiącu|miesiąca", "q": "kwartał|kwartale|kwartału|kwartały", "h": "półrocze|półroczu|półrocza|pół_roku", "y": "rok|roku|lata|lat|r",
    "s": "lecie|lato|wakacje|wakacjach", "f": "rok_obrotowy|wiosna|wiosną|wiosnę|jesień|jesienią|jesieni|zima|zimą|wiek", "t": "dziś|dzisiaj|teraz=0 jutro|jutra=1 wczoraj=-1 pojutrze=2 przedwczoraj=-2",
    "T": "ten|tym|tego|tej|bieżącym|obecnym", "X": "następny|następnym|następnego|następnej|przyszły|przyszłym|przyszłego|przyszłej|kolejnym|kolejny|najbliższy|najbliższym|przyszłą|następną|najbliższą", "P": "ostatni|ostatnim|zeszły|zeszłym|ubiegłym|poprzednim",
    "I": "za|w_ciągu|w|we|za_około", "A": "temu", "F": "później|od_dziś|od_teraz", "G": "po", "V": "do|aż_do|do_dnia", "S": "od|począwszy_od|od_dnia", "B": "przed",
    "J": "do|a|i|-|–", "K": "między|pomiędzy", "E": "początek|na_początku|początku|początkiem", "D": "połowa|w_połowie|połowie|połowy", "L": "koniec|pod_koniec|na_koniec|końca|końcu|końcem",
    "H": "wielkanoc|wielkanocy|świętach_wielkanocnych=easter boże_narodzenie|bożym_narodzeniu=12-25 nowy_rok|nowym_roku|nowego_roku=01-01 majówce=05-04", "r": "wracam|wrócę|powrócę|wrócimy|powrót|powracam", "n": "tydzień_od",
    "c": "na około ok   włącznie z",
}  # fmt: skip
SV = {
    "M": "januari|jan februari|feb mars april|apr maj juni|jun juli|jul augusti|aug september|sept|sep oktober|okt november|nov december|dec",
    "W": "måndag|måndagen|mån tisdag|tisdagen|tis onsdag|onsdagen|ons torsdag|torsdagen|tors fredag|fredagen|fre lördag|lördagen söndag|söndagen",
    "N": "en|ett två|par|ett_par tre fyra fem sex sju åtta nio tio elva tolv", "O": "första|1:a andra|2:a tredje fjärde",
    "d": "dag|dagar|dagen", "b": "arbetsdagar|vardagar|arbetsdag", "w": "vecka|veckor|veckan|v", "k": "helg|helgen", "m": "månad|månader|månaden", "q": "kvartal|kvartalet", "h": "halvår|halvåret", "y": "år|året",
    "s": "sommaren|sommar|semestern|semestrarna|sommarsemestern", "f": "verksamhetsår|våren|hösten|vintern|höst", "t": "idag|i_dag|nu=0 imorgon|i_morgon=1 igår|i_går=-1 övermorgon|i_övermorgon=2",
    "T": "denna|detta|innevarande|den_här|det_här", "X": "nästa|kommande|nästkommande", "P": "förra|senaste|föregående", "I": "om|inom", "A": "sedan|för_sedan", "F": "senare|från_idag", "G": "efter", "V": "till|till_och_med|t_o_m|tom|fram_till|t.o.m", "S": "från|från_och_med|fr_o_m", "B": "före|innan|senast",
    "J": "till|och|-|–|till_och_med", "K": "mellan", "E": "början|i_början_av|början_av|tidigt", "D": "mitten|mitten_av|i_mitten_av|mitt_i", "L": "slutet|slutet_av|i_slutet_av|sent",
    "H": "påsk|påsken|påskhelgen=easter pingst=whit jul|julen=12-25 nyår|nyåret|årsskiftet=01-01", "r": "åter|tillbaka|tillbaks", "n": "veckan_från", "c": "den det i på av under kring runt de",
}  # fmt: skip
DA = {
    "M": "januar|jan februar|feb marts|mars|mar april|apr maj|mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov december|dec|desember",
    "W": "mandag|man tirsdag|tirs onsdag|ons torsdag|tors fredag|fre lørdag søndag", "N": "en|et|én to|par|et_par tre fire fem seks syv|sju otte ni ti elleve tolv", "O": "første anden|andet tredje fjerde",
    "d": "dag|dage|dagen", "b": "arbejdsdage|hverdage|arbejdsdag", "w": "uge|uger|ugen|uke|uker", "k": "weekend|weekenden|helg", "m": "måned|måneder|måneden", "q": "kvartal|kvartalet", "h": "halvår|halvåret", "y": "år|året",
    "s": "sommeren|sommer|sommerferien", "f": "regnskabsår|foråret|efteråret|vinteren|forår|efterår", "t": "idag|i_dag|nu=0 imorgen|i_morgen=1 igår|i_går=-1 overmorgen|i_overmorgen=2",
    "T": "denne|dette|indeværende", "X": "næste|kommende|neste", "P": "sidste|forrige|seneste", "I": "om|inden_for", "A": "siden", "F": "senere|fra_i_dag", "G": "efter|etter", "V": "til|til_og_med|t_o_m|indtil|frem_til|til_og_med_den", "S": "fra|fra_og_med", "B": "før|inden|senest",
    "J": "til|og|-|–|til_og_med", "K": "mellem", "E": "starten|begyndelsen|i_starten_af|starten_af|begyndelsen_af|primo", "D": "midten|midten_af|i_midten_af|medio", "L": "slutningen|slutningen_af|i_slutningen_af|ultimo",
    "H": "påske|påsken=easter pinse=whit jul|julen=12-25 nytår|årsskiftet=01-01", "r": "tilbage|retur", "n": "ugen_fra", "c": "den det i på af omkring ca",
}  # fmt: skip
_TABLES: Mapping[str, Mapping[str, str]] = {
    "en": EN, "de": DE, "fr": FR, "es": ES, "it": IT, "nl": NL, "pt": PT, "pl": PL, "sv": SV, "da": DA,
}  # fmt: skip
Entry = tuple[str, str]


def _read(table: Mapping[str, str]) -> dict[str, tuple[Entry, ...]]:
    """Word, folded, `_` for spaces -> its codes with values, the likeliest first."""
    words: dict[str, list[Entry]] = {}
    for code, line in table.items():
        for place, group in enumerate(line.split(), start=1):
            ways, _sign, value = group.partition("=")
            for way in ways.split("|"):
                for spelling in spellings(re.sub(r"(?<=\w)['/.-](?=\w)", "_", way)):
                    words.setdefault(spelling, []).append((code, value or str(place)))
    return {word: tuple(entries) for word, entries in words.items()}


WORDS = {lang: _read(table) for lang, table in _TABLES.items()}
LONGEST = 5  # words in one entry
