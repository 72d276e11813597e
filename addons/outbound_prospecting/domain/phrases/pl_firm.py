"""Polish: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    zapomn*|zapomnijcie .. o_mnie|mój|mojego|mojej|ten_adres|adres
    nie .. odzywa*|odzywać|odezw* .. więcej|już|się|do !przed|wcześniej
    nie .. przyjmuj*|akceptuj*|odpowiada* .. ofert*|reklam*|niezamówion*|handlow*
    odpuść*|odpuśc*|odpuszcz*|wyklucz*|wyłącz* .. mnie|nas|sobie|proszę|mój|już|$
    zaprzesta*|wstrzyma*|zakończ* .. wysył*|wysyłk*|przesyłan*|korespondencj*|kontakt*|@mail
    nie .. być .. nagabywan*|niepokojon*|kontaktowan*|nękan*
    nieprzesyłan*|niewysyłan*|nieprzysyłan*|niekontaktowan*|niepisan*|nienękan*|niedzwonien*|niewysłan*|nieprzesłan*
    nie .. mieszaj*|wciągaj*|wplątuj* .. mnie|nas
    to|była|był|będzie|żeby|aby|niech .. ostatni* .. @mail|wiadomoś*|raz|mail|kontakt
    blokuj*|zablokuj*|zablokowa* .. was|ten|pana|panią|państwa|nadawc*|adres|was|pański
    oznacz* .. jako spam
    nie .. mile_widzian*|pożądan*|zamawian* .. @mail|$
    zostaw*|trzymaj* .. mnie|nas .. z_daleka|poza|w_spokoju
    proszę .. odpuś*|dać_spokój|zaprzest*
    nie .. nęka*|niepokoi*|zawraca*|napastuj*|spamuj*|spamow*
    chcę|chcemy|chciał* .. wypis*|zrezygnować|zniknąć|usunię*|żeby_mnie|abyście_mnie|przestać .. $
    chcę|chcemy|chciał* .. wypis*|zrezygnować|zniknąć
    dajcie|daj|proszę_dać sobie|mi|nam .. spokój|święty_spokój
    powstrzym*|wstrzym* .. od|się|z .. @write|wysył*|kontakt*|dalsz*
    wypis* .. mnie|nas|się|z|mój|proszę|adres|$
    wypisz|wypiszcie|wypisać|wypisanie|unsubscribe|wypisuję|wyrejestrow*|rezygnuj*|rezygnacja|odsubskryb* .. !z_oferty|z_usługi
    proszę .. wypis*
    @usun .. mnie|nas|mój|mojego|moje|nasz*|adres*|mail* .. z|adres*|list*|baz*|mail*|e-mail*|kontakt*
    @usun .. mnie|nas
    mnie|nas .. @usun
    @usun .. adres*|mail*|e-mail*|numer* .. z
    z .. @list .. @usun|wypis*
    nie .. @write .. więcej|już|ponownie|nigdy|dalej|mi|do_mnie|do_nas !przed
    nie|nigdy .. więcej|już|ponownie|dalej .. @write|@mail|otrzymywa*|dostawa*|niepok*
    więcej|już nie .. @write|kontaktow*|otrzymywa*
    mnie więcej nie
    proszę .. nie .. @write|wysyłać|kontaktować|pisać|dzwonić|przesyłać !przed|odpowiadać
    nie .. pisz*|wysyłaj*|kontaktuj*|dzwoń*|przysyłaj*|przesyłaj* .. do|mi|się|więcej|mnie|nam|już !przed
    nie .. chc*|życz*|wyraża*|zgadza*|chciał* .. otrzymywa*|dostawa*|@mail|kontakt*|sobie|takich|od_was|być|zgody
    nie .. otrzymywa*|dostawa* .. @mail|więcej|od
    żadnych|zadnych .. więcej|kolejnych|dalszych|tych|@mail
    przesta* .. @write|mi|do|mnie|z
    proszę .. przesta*|zaprzesta*
    zaprzesta* .. @write|wysyłania|kontaktu|kontaktowania|przesyłania
    dość|koniec|stop .. @mail|tych|tego|z
    ^ stop $
    ^ stop proszę $
    cofam|wycofuj*|odwołuj* .. zgod*
    sprzeciw* .. przesyłan*|otrzymywan*|marketing*|wobec
    zrezygnować .. z .. otrzymywania|newsletter*|@mail|subskrypcj*
    rezygnuj* .. z .. otrzymywania|newsletter*|@mail|subskrypcj*|mail*
opt_out 4
    niechcian*|niezamówion* .. @mail|korespondencj*|ofert*
    dajcie|daj|dać|proszę_dać .. mi|nam .. spokój
    zostaw* .. mnie .. spokoju
opt_out 3
    nie|nigdy .. zapisywał*|zapisał*|zgadzał*|wyrażał*|prosił*|zamawiał*
    bez .. zgody
trap 6
    nie .. zwlek*|czekaj*|zapomn*|zapomin* ...
    nie .. wahaj*
    nie .. krępuj*
    nie przestawaj*|przestawajcie
    nie .. wypisuj*|usuwaj* .. mnie|nas|$
    jak|czy|jakie ... wypis*|rezygnacj*|opt-out|wyrejestr* ... klient*|narzędzi*|oprogramowani*|system*|kontakt*|użytkownik*|platform*|odbiorc*|produkt*|automatyczn*
    wszystkich .. wypis*|usun*
    @usun .. wszystkich|wszystkie !dane|moje
    nie .. @write .. przed|do_czasu
    proszę .. nie .. odpowiad*
    wskaźnik .. rezygnacji|wypisów
law 1
    rodo|gdpr|uodo
privacy_request 6
    prawo|prawa .. do|dostępu zapomnienia|bycia|dostępu|usunięcia|sprzeciwu|sprostowania
    jakie|które|jakich|jakimi .. dane|danych|informacje .. maci*|mają|posiada*|przetwarza*|mnie|mój|temat|mojej
    dane|danych|danymi .. osobow*|mnie|mój_temat
    @usun|usunięci* .. wszystkich|wszystkie|moich|moje|danych .. dane|danych|informacje|osobowych
    podstaw* prawn*
    kopi* .. danych
    przetwarzan* .. danych|moich
    inspektor* .. ochrony|danych
    art|artykuł* 15|17|21
privacy_request 5
    wiecie|wiesz .. o .. mnie
    kto .. wam|ci|państwu .. podał|dał|przekazał|sprzedał|udostępnił
    skąd .. maci*|ma|masz|państwo|pan|pani|pochodz*|wziął*|wzięli*|posiada*|mają|uzyskal*|mój|moje|moich
    skąd .. @data
    w jaki sposób|jak .. pozyskali*|uzyskali*|zdobyli*|zdobył*|pozyskał*|weszli .. @data|mój|moje|moich
    kto .. podał|przekazał|udostępnił|sprzedał .. @data|mój|moje
    moich|moje danych|dane
    źródło|źródła|źródle .. danych|pochodzenia|adresu|mój
    administrator* danych
    dostępu do .. danych
erase 1
    usun*|zapomnienia
access 1
    dostępu|jakie_dane|kopi*|informację
source 1
    skąd|źródło|jaki_sposób
hostile 5
    spadaj*|spierdal*|wypierdal*|odpierdol*|odwal*|odczep*|spieprzaj*|wynocha|goń_się|gońcie|odpieprz*
    kurw*|chuj*|debil*|idiot*|kretyn*|dupk*|dupek|oszust*|oszuści|złodziej*|gnoj*|pieprz*|zasran*|gówn*|skurwysyn*|palant*|naciągacz*|hochsztapler*|pajac*|śmieci*|pojeb*|jebać|jebani|bydlak*|bezczeln*
    żenujące|żenada|skandal*|hańba|wstyd|wstydźcie|żałosn*|chamstwo|bezczelność|bezczelne
    zgłosz* .. policj*|to|was|uodo|prokuratur*|spam|do|uokik|na
    zgłaszam .. policj*|was|spam|to|do
    policj*|prokuratur*|uokik
    mój|nasz|moim|mojego prawnik*|adwokat*|radca|adwokatem
    prawnik*|adwokat* .. skontaktuje|usłyszycie|skieruj*|spraw*
    pozew|pozwę|pozwiemy|do_sądu|drogę_prawną|kroki_prawne
    nękanie|nękacie|stalking
    zamknij* .. się|mord*|ryj|gęb*
    mam|mamy .. dość .. waszych|was|tego|tych
    idź|idźcie|niech .. diabł*|cholery|diabli
    jakim prawem
    bzdury|bzdur|badziew*|syf
    pocałuj*
    oszustwo
hostile 3
    spam|spamem|spamer*|irytując*|natrętn*|nachaln*
legal 1
    prawnik*|adwokat*|sąd*|pozew
security 1
    iso_27001|audyt_bezpieczeństwa|ankiet*_bezpieczeństwa
press 1
    dziennikarz*|redakcj*|prasa
machine 1
    jesteś|jest|rozmawiam|piszę .. robot*|maszyn*|bot*|człowiek*|ai|sztuczn* ??
instructs 1
    zignoruj|ignoruj .. instrukcje|zasady|polecenia
    zapomnij .. instrukcj*|zasad*
    wypisz .. wszystkich
"""
