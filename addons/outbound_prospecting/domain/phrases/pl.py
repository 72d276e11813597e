"""Polish; forms of address are in the verbs."""

from . import pl_firm

STOP_WORDS = """i w na nie z do że się jest to dla jak od po o za ale czy mi mnie nas nam pan pani panu państwa państwu proszę
dziękuję dzień dobry pozdrawiam mamy mam są co ten ta tej tego już być może tylko jestem jesteśmy lub przez bardzo moje mój
ze tym pozdrowienia witam naszej nasz naszego ją jego oraz w_tej cześć"""
NEGATION = "nie nigdy bez żaden żadnych żadnej nic ani"
CLASSES = {
    "mail": "mail* e-mail* email* maili wiadomośc* newsletter* reklam* ofert* spam* korespondencj* informacj* mejl* treści kontakt*",
    "list": "list* baz* mailing* newsletter* system* adresów subskrypcj* mailingow* dystrybucyjn* odbiorców rejestr*",
    "write": "kontakt* pisa* pisz* pisać wysył* wysyła* przesyła* dzwoni* dzwoń* niepok* nęk* spam* mailowa* przysyła* "
    "zaczepia* wysłać napisz* kontaktow* skontakt*",
    "usun": "usun* usuń* usunię* wypis* wykreśl* skreśl* skasuj* kasuj* wykasuj* wyrejestr* wyrzuć* usuwa*",
    "day": "poniedziałek wtorek środę środa czwartek piątek jutro dziś dzisiaj pojutrze poniedziałku wtorku środy czwartku piątku",
    "person": "osob* adresat* kontakt rozmówc* adres",
    "data": "dane danych adres* mail* e-mail* email* kontakt* numer* telefon* nazwisk* informacj* namiar*",
    "month": "stycz* luty* lutym lutego marc* kwiet* maj* czerw* lip* sierp* wrześ* wrzes* paździer* pazdzier* listopad* grud*",
}
CUES = (
    pl_firm.CUES
    + """
out_of_office 5
    nieobecn* .. w_biurze|do|w_pracy|od|jestem|mojej|w_dniach|będę
    jestem|będę|przebywam|obecnie .. nieobecn*|na_urlopie|urlop*|poza_biurem|delegacj*|zwolnieni*|macierzyńskim|wychowawczym|wakacj*|chorobowym|podróży|niedostępn*
    na .. urlopie|urlop|zwolnieniu|delegacji|wakacjach
    urlop* .. macierzyńsk*|wypoczynk*|ojcowsk*|wychowawcz*|rodzicielsk*|bezpłatn*
    poza .. biurem
    wracam|wrócę|powrócę|powracam|będę_z_powrotem|będę_ponownie|powrót .. do|w|od|biura|pracy|dnia|poniedziałek|dostępn*|1|2|3
    wracam|wrócę .. @month
    po .. powrocie|moim
    powrocie
    pilnych|pilne|nagłych|pilnej|pilny .. spraw*|przypadk*|kontakt*|proszę
    ograniczon* .. dostęp
    nie .. mam|będę|miał* .. dostępu
    podczas|w_czasie mojej nieobecności
    autoodpowiedź|automatyczna_odpowiedź .. nieobecn*|urlop*
    zastępuje|zastępstwo
    biuro .. nieczynne|zamknięte
auto_reply 5
    automatyczn* .. wiadomość|odpowiedź|potwierdzenie|mail|wygenerowan*|powiadomienie|e-mail
    wiadomość|odpowiedź|mail|e-mail .. automatyczn*|wygenerowan*|automatycznie
    wygenerowan* automatycznie
    automatycznie
    otrzymaliśmy|otrzymałem|dotarł*|przyjęliśmy|zarejestrowaliśmy .. państwa|twoj*|pana|wiadomość|zgłoszenie|zapytanie|pani
    państwa|twoje|twoja|pana|pani .. zgłoszenie|wiadomość|zapytanie|sprawa .. zarejestrowan*|otrzyman*|przyjęt*|zosta*|numer*|dotarł*
    zgłoszenie|zgłoszenia|sprawa|sprawy|ticket .. numer*|zarejestrowan*|nr|utworzon*|przyjęt*|zosta*
    nie odpowiad* .. na_nią|na_tę|na_tego|na_ten|na
    nie .. na .. odpowiad*
    odpowiemy|odpowiedź|skontaktujemy|udzielimy .. jak_najszybciej|możliwie|wkrótce|najszybciej|24|48|ciągu|niezwłocznie
    jak najszybciej|najszybciej|niezwłocznie
    ciągu .. 24|48|dni|godzin
    dziękujemy .. kontakt|za_kontakt|zgłoszenie|wiadomość|zapytanie
    skrzynka|skrzynki|adres|konto .. nie .. monitorowan*|obsługiwan*|sprawdzan*|aktywn*|używan*|czytan*
    potwierdzenie .. otrzymania|odbioru|przyjęcia
    biuro obsługi|obsługa_klienta
    godzin* .. otwarcia|pracy
referral 4
    @write|zgłosić|zwrócić|kierować .. do !mnie|nas|końca
    kontakt*|skontakt*|zwróci*|zwracać|napis*|rozmawia*|porozmawia*|pisać|dzwoni* .. z|do|się|na|proszę .. koleg*|koleżank*|kierownik*|dyrektor*|dział*|panem|panią|naszym|naszą|moim|moją|szef*|pana|pani
    kontaktować .. z
    mój|moja|moim|moją|mojego|mojej|naszym|naszą|nasz|koleg* koleg*|koleżank*|szef*|dyrektor*|kierownik*|prezes*
    koleg*|koleżank* .. zajmuje|odpowiada|skontaktuje|się|z_działu
    koleżanką|kolegą
    przekazał*|przekazuję|przekażę|przesłał*|przesyłam|przekierował*|przekierowuję .. wiadomość|maila|mail|do|dalej|pana|panią|koledze|koleżance|pani|zapytanie|ofertę
    odpowiedzialn* .. jest|za
    za .. odpowiada|odpowiedzialn*
    odpowiada za
    odpowiada|zajmuje|decyduje .. za|tym|o_tym|się
    właściw* .. osob* .. jest|będzie|to
    tym .. zajmuje|zajmują
    w|do kopii|dw|cc|wiadomości
    jej|jego .. mail|adres|numer|e-mail
referral 3
    porozmawia*|napis*|kontakt*|skontakt*|zadzwoni* .. z|do !mną|nami|mnie
wrong_person 4
    nie .. do|ze .. mnie|mną
    nie .. właściw*|odpowiedni*|dobr*|tą .. osob*|adresat*
    nie .. jestem .. osob*
    niewłaściw*|zła|zły|złą|złej|błędn* .. osob*|adres*|kontakt
    pomyłk*|pomylił*|pomyli* .. osob*|adres*|z_kimś|się|chyba|to
    nie .. pracuj*|jestem .. już|więcej|tam|tej|w_tej|tutaj|pracownik*
    już nie|nie .. pracuj*|jestem
    nie .. zajmuj*|odpowiad*|decyduj*|moja_działka|mój_obszar|moje_kompetencje|mojej_gestii|dotyczy_mnie|mój_dział|należy|moja_działk*|jestem_odpowiedzialn*
    nic .. wspólnego
    odszedł*|odeszł* .. z|firmy|pracy
    emerytur*|emeryt*
    zmienił* .. prac*|firmę|stanowisko
    nie .. mo* .. działk*|obszar|kompetenc*|zakres*|gest*
    stażyst*|praktykant*
    poza .. zakresem|moimi
not_interested 4
    nie .. zainteresowan*|interesuj*|potrzebuj*|potrzeb*|skorzystam*|dotyczy|planuj*|zdecydowal*|jesteśmy_zainteresowani|widz*|pasuje
    brak|bez .. zainteresowania|potrzeb*
    ^ nie dzięki|dziękuję|dziękujemy
    ^ nie $
    dziękuj* .. nie .. skorzyst*|jesteśmy|jestem|potrzeb*|zainteresowan*
    nie .. skorzyst*
    odmawia*|odmówi*|rezygnuj* .. z_oferty|oferty|propozycji|z_propozycji|współpracy
    nie .. dla_nas|dla_mnie
    podziękujemy|podziękuję
    nie .. mamy .. potrzeb*|takiej
    zbędn*|niepotrzebn*
    powodzenia
    życzę|życzymy sukces*|powodzenia
not_interested 2
    dziękuj* ale
    niestety
objection 4
    za|zbyt|bardzo|dość|trochę drog*|wysok*|kosztown*|mali|mał*|skomplikowan*|duż*
    drogie|drogo|drogi|kosztown*|droga
    nie|brak|bez|ograniczon* .. budżet*|pieniędzy|środków|funduszy|zasobów
    budżet* .. ograniczon*|zamrożon*|wyczerpan*|wykorzystan*|zamknięt*|napięt*
    już|obecnie|aktualnie .. mamy|korzysta*|współprac*|używa*|dostawc*|rozwiązanie|system|pracuje*|posiada*
    mamy|korzystamy|posiadamy|współpracujemy|używamy .. już|z|własn*|swoj*|innego|inną|innym|stał*|dostawc*
    korzystamy .. z
    zadowoleni|zadowolon* .. z|jesteśmy
    jesteśmy .. zadowol*
    obecn*|dotychczasow*|inn* dostawc*|rozwiązan*|system*|firm*|partner*
    własn* .. rozwiązan*|system*|narzędzi*
    wewnętrzn*|we_własnym_zakresie|wewnątrz|samodzielnie|sami
    umow* .. z|do|podpisan*|związan*|inn*|dostawc*
    konkurencj* .. tańsz*|oferuj*|taniej|połow*
    taniej|tańsz*
    nie .. widz* .. powod*|sens*|wartości|korzyści|potrzeby_zmian*|różnicy|przewagi
    zmieniać|zmiana|zmiany|zmieniac .. dostawc*|system*|kosztown*|powodu
    złe|negatywne|kiepskie doświadczeni*
    już .. próbowali*|testowali*|zawiedli*
    sceptyczn*|wątpi*|nie_przekonan*|nie_przekonuje
deferral 4
    nie .. @write|wracać|odzywać .. przed|wcześniej
    proszę|możemy|możecie|może|można|odezw*|wróc*|skontakt*|przypom*|napis*|napisz*|kontakt*|zadzwoń*|zadzwoni*|porozmawia*|spróbuj* .. odezwać|wróc*|skontakt*|przypom*|napis*|za|w|po|od|się|pod|do|ponownie|jeszcze|tematu|mnie|nas|na .. @month|rok*|kwarta*|półroc*|miesi*|tygodni*|tydzień|wakac*|świę*|wielkan*|później|lat*|urlop*|jesie*|jesień|raz|ponownie|lecie|tematu
    za|w .. dwa|trzy|kilka|parę|cztery|sześć|miesiąc|pół|rok|3|2|6 .. miesiąc*|miesięc*|tygodni*|rok*|lat
    za miesiąc|rok|kwartał|jakiś_czas
    przyszł*|następn*|kolejn* .. rok*|kwarta*|miesi*|półroc*|budżet*
    po .. wakacjach|świętach|wielkanocy|nowym|urlop*|lecie|wdrożeni*|zamknięci*|sezonie
    później|póżniej
    inne priorytety|projekty|sprawy
    nie .. priorytet*
    wrócimy|wróćmy|wrócić|powrócimy|wracamy .. do .. tematu|tego|sprawy|rozmowy
    do .. tematu
    odłoż*|odłożyliśmy|przełoż*|wstrzym*|zawies*|przesun* .. projekt|decyzj*|na|temat|to
    może|być_może|ewentualnie .. później|przyszł*|za|w|kiedyś|po
    dopiero .. w|po|od|za|na|przyszł*
    w trakcie|środku
    nie wcześniej
deferral 3
    nie .. teraz|w_tej_chwili|obecnie|w_tym_roku|na_razie|aktualnie|w_tym_kwartale|priorytet*|moment|w_tym_momencie|dobry|czas*
    teraz|obecnie|w_tej_chwili|na_razie|aktualnie|chwilowo|w_tym_momencie .. nie|jesteśmy|mamy|inne
    na razie
    zły|nieodpowiedni|niedobry|niekorzystny|nie_najlepszy moment|czas|termin
    w przyszłym|następnym|kolejnym .. roku|kwartale|miesiącu|półroczu
    zajęt*|zapracowan*|zawalen*|brak_czasu|mnóstwo_pracy|dużo_pracy|nie_mam_czasu|urwanie
meeting_request 4
    umówić|umówimy|umówmy|umówię|umawia* .. się|spotkani*|rozmow*|na|termin*
    umawia*|ustal*|zaplan* .. się|na|spotkani*|rozmow*|termin*|call|telefon
    spotkani*|spotkajmy|spotkać|rozmow*|telefon*|telekonferencj*|wideorozmow*|prezentacj*|demo|call .. @day|w|na|o|jutro|termin*|się|przyszłym|online|biurze
    proszę .. telefon|zadzwoni*|dzwonić
    proszę .. o .. telefon|kontakt_telefoniczny|rozmowę|spotkanie
    zadzwoń*|zadzwoni*|dzwoń* .. do|mnie|@day|jutro|po|na|o
    możemy|możemy_się|moglibyśmy|chętnie|zapraszam .. porozmawia*|spotka*|umówi*|zdzwoni*|rozmow*|spotkani*
    zdzwońmy|zdzwonić|pogadajmy|porozmawiajmy
    @day .. o .. 8|9|10|11|12|13|14|15|16|godz*|godzinie
    @day .. pasuje|odpowiada|godz*|dostępn*|mogę|rano|południu
    pasuje .. panu|pani|państwu|ci|@day|nam|mi|9|10|??
    kiedy .. pan*|pani|możemy|mogą|może|możesz|dostępn*|pasuje ??
    jestem .. dostępn*|woln* .. @day|od|między|po|w
    kalendarz*|calendly|zaproszenie|link|teams|zoom
    kaw*
    zapraszam .. na|do
    osobiście|telefonicznie|na_żywo
interest 4
    brzmi|wygląda|wydaje|to|bardzo|całkiem .. ciekaw*|interesując*|dobrze|obiecując*|świetnie|fajnie|zachęcając*
    ciekaw*|interesując* .. !że
    zainteresowan* .. jesteśmy|jestem|ofertą
    jesteśmy|jestem|bylibyśmy|byłbym|jak_najbardziej|wstępnie .. zainteresowan*
    zainteresowan*|zainteresował*|zainteresowało
    interesuje .. nas|mnie
    nas|mnie interesuje
    więcej|dodatkow*|szczegółow* .. informacji|szczegółów|informacje|danych|dowiedzieć
    proszę|poproszę|chętnie|prosimy .. przesł*|przesłanie|wysł*|wysłanie|podesłanie|podesłać|materiał*|ofert*|szczegół*|informacj*|prezentacj*|cennik*|więcej|broszur*|folder
    przesłać|wysłać|podesłać|prześlij*|wyślij*|podeślij*|przesłanie|przesyłajcie .. ofert*|informacj*|materiał*|prezentacj*|szczegół*|cennik*|więcej|mi|nam|katalog*|broszur*|dokument*|wycen*|referenc*|coś
    dowiem|dowiedzieć|poznać|zobacz*|zapozna* .. się|więcej|szczegół*|ofert*|rozwiązanie|chętnie
    chętnie .. dowie*|pozna*|zobacz*|zapozna*|przyjrz*|przeczyt*
    opowiedz* .. więcej
    szukamy|poszukujemy|potrzebujemy .. takiego|czegoś|właśnie|rozwiązania|tego
    dokładnie|właśnie .. szuka*|potrzeb*|czego
    czemu|dlaczego nie
    ^ tak .. chętnie|proszę|poproszę|oczywiście
    ^ chętnie
    dobry|idealny moment
    kolejn*|następn* krok*
    wypróbować|przetestować
question 4
    jak|jaki|jaka|jakie|jakim|jakich|ile|gdzie|kto|co|kiedy|dlaczego|czy|czym|który|która ... ??
    w|na|z|do|od|dla|za|przez|o jaki*|jak*|czym|ile|kogo|jakich ... ??
    ile .. kosztuje|koszt*|trwa
    cena|koszt|ceny|koszty ??
    pytanie|pytania|pytań
    wyjaśni*|wytłumacz* .. jak|co|mi|proszę|??
    czym .. różni*
    integruj*|integracj*
    mają|macie|ma|posiada*|jest|są|działa|oferuj*|można|obsługuj* ... ??
other 2
    ^ dziękuj*|dzięki|ok|okej|super|jasne|przyjął*|rozumiem|dobrze|świetnie|odebrał*|potwierdzam $
    ^ dziękuję .. za|wiadomość|informację|odpowiedź|maila|bardzo $
    ^ ok dzięki|dziękuję
    pozdrawiam|pozdrowienia serdecznie|z|$
    miłego|dobrego|wesołych|udanego dnia|świąt|weekendu|tygodnia
    przyjąłem|przyjęłam do
"""
)
