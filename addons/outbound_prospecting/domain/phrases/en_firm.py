"""English: what nothing else in a mail outweighs, and the topics that go to a person."""

CUES = """
opt_out 5
    no|without need|point|reason|sense .. to|in write|writing|send|sending|follow_up|following_up|chase|contact|contacting|email|emailing|mail .. again|further|anymore|any_more|any_further $
    please|pls|kindly @not follow|chase|nudge up|me|us
    enough .. already|now|thanks with|of .. @mail
    formal|formally|hereby .. objection|object|objecting .. to
    object|objection to .. direct_marketing|marketing|unsolicited|receiving
    i'd|i_would|want|need .. like|want|need? this|that|it|these .. to end|stop|cease today|now|here|please|$
    not add|adding|contribute|contributing to|any_further .. the pile|noise|clutter|flood
    be|been|get|getting|being taken|dropped|struck|cut|kicked off|out
    quit|stop|cut it|this|that .. with|out|already|please|$
    you .. can|may|could|should|must .. stop|quit|cease now|already|please|$
    nobody|no_one|none .. wants|want|needs .. @mail|this|these|you
    remove|delete .. our|my .. company|firm|organisation|organization|business|domain|team
    close my|our file|record|account|case
    take|remove|get|drop .. of|off|from|out .. ur|your|yr|this|these|the .. @list
    end|stop it|this $
    kindly|please|pls|plz end it|this|these|the
    isn't|not|never for sales|solicitation|vendors|pitches
    forget|lose|misplace|bin|erase .. my|this|our .. address|email|e-mail|number|contact|exists|exist
    forget .. about me|us|you_have
    forget you .. have|had|found|know
    don't|do_not|never @write|come|check|circle|follow|reply|respond .. back|up|again|ever $
    want|like|let|get .. out $
    policy|rule|rules|practice .. against|no|not .. cold|unsolicited|outreach|solicit*|vendor*|sales|pitches|@mail
    not|never .. accept|entertain|respond|welcome|take|tolerate|accepting|answer|reply .. cold|unsolicited|solicit*|pitches|outreach|spam
    not|never .. be targeted|solicited|pitched|prospected|bothered|pestered|chased|spammed|disturbed
    isn't|is_not|be|not|never targeted|solicited|pitched|prospected|pestered|spammed .. again|anymore|any_more|further
    let|give it|this .. rest $
    drop it|this|the_subject $
    take .. hint
    silence|no means no
    exclude|omit|spare|excuse me|us|my .. from|these|this|the|all|future|any|your
    keep|make my|our .. inbox .. free|clear|clean
    stay out|away .. my|our
    off .. @list .. please|pls|now|thanks
    leave|keep|count|leaving|cut me|us .. out .. of|please|pls|thanks|$
    get|getting|got|be|come off|out_of .. @list|this|these|here
    be|were|was|make|makes|is|the|your|this|my last|final email|mail|message|e-mail|one|time|communication|contact .. i|we|you|from|$
    i|i'm|i_am|i'll|will|we|we'll|being|be|am .. block|blocking|blocked|blacklisting|filtering|junking .. you|your|this_sender|this_address|future|any|these
    mark*|flag* .. as spam|junk
    no|not .. welcome|wanted|appreciated|desired .. here|$
    not interested|want* .. ever|now_or_ever|now_or_in_the_future
    go off|get_me_off|kick_me_off .. @list
    no longer .. wish|want|care .. contact*|mail*|email*|message*|hear*
    unsub|unsubscri*|unsubcri*|unsuscri*|unsubscib*|unsubcribe !customers|users|people|everyone|everybody|all|contacts|subscribers|recipients|rate|rates
    opt me|us|out
    opt-out|optout !rate|rates|customers|users
    opted out
    opting out
    take|remove|delete|drop|strike|scrub|cross|erase|get|wipe|exclude me|us|my|our .. off|from|out .. @list|your|there|here|this|it|of|whatever|future|further
    take|cross|strike me|us|my_name|my_email|my_address off
    remove|delete me|us !as|if
    remove|delete|erase|drop .. my|our|this email|e-mail|mail|address|name|contact|details|number|inbox
    ^ remove $
    ^ remove please|pls|me $
    please|pls|kindly remove $
    be|get|been removed from|off
    @not .. @write|contacted|emailed|mailed|messaged me|us|again|anymore|any_more|any_longer|further|in_future|this_address|our !until|before|till
    @not .. send|sending|forward .. me|us|any|more|further|anything|these|this .. @mail|anymore|again|more|further|anything|stuff|things
    @not .. send|sending|contact|email|mail|call|write|message .. anymore|any_more|again|any_longer|further
    please @not contact|email|mail|message|call|write|spam $
    no|zero more|further|additional|longer|future .. @mail|contact|communications|of_these|follow-up*|followup*|solicitation*
    no more please|pls|thanks|thank_you
    stop|cease|quit|discontinue|halt|refrain_from|desist .. @write|sending|contact|contacts|all|any|communications|emails|mails|messages|communication|mailings|correspondence
    stop|quit with .. @mail|these|this
    stop these|this|the|your|all .. @mail|crap|nonsense|rubbish
    ^ stop $
    ^ stop please|pls|it|this|now|that|already $
    please|pls|kindly stop $
    not|never|don't|no_longer .. want|wish|like|prefer|care|need ... receive|receiving|get|getting|hear|hearing .. emails|mails|messages|email|mail|anything|from_you|communication|communications|newsletter|newsletters|correspondence|any_more|anymore|again|these
    not|never|don't|no_longer .. want|wish|need .. @mail !address|addresses|software|tool|system|campaign|campaigns
    prefer|rather|choose|like not|stop .. receive|receiving|get|getting|hear
    not|never|stop|no_longer receive|receiving|get|getting .. more|further|any_more|any_further|anything_further|anymore
    not|don't .. be|being contacted|emailed|mailed|approached|messaged|called
    @not|no .. hear|hearing .. from .. you|your
    never|not hear .. from you|your
    last time|mail|email you .. hear|contact|write|mail|email
    lose my|this number|email|address
    withdraw|revoke .. consent|permission
    do_not_contact list
    blacklist|suppress me|us|my|this
    i'm|i_am done with .. @mail|these
    no longer wish|want|like|interested .. receive|receiving|be|hear|get
opt_out 4
    leave it there|at_that|alone
    call it a_day|quits
    move on please|pls|$
    bother|pester|annoy|spam|target someone|somebody else
    go bother|annoy|spam|pester|find .. someone|somebody|anyone else
    unsolicited|unwanted|unwelcome .. @mail|approaches|pitches|sales|selling|solicitation*
    leave me|us alone|be|in_peace
opt_out 3
    never|not|didn't signed|sign|subscribed|subscribe|opted|opt|asked|ask|requested|consented|agreed .. up|to|in|for
    not .. consent
    enough of|with .. @mail|these
    too many of .. @mail|these
trap 6
    haven't|have_not|didn't|did_not|hasn't|has_not received|receive|get|got|gotten
    don't|do_not|never wait|delay|forget|lose|be_shy|be_a_stranger|hold_back|give_up ...
    back and forth
    no|enough|less|many|more .. @mail .. back_and_forth
    year|week|month-end .. @write
    don't|not|no_longer work|deal|handle .. with|on|in|for .. @mail
    we|i've|i_have|i .. had_to|have|removed|dropped|cut|recently|just .. remove|removed|dropped|cut|delisted|off .. supplier*|vendor*|provider*|partner*|item*|line*|tool*|product*|project* ...
    ^ please|but|and|so|just|oh? don't|do_not|dont|never stop ...
    ^ please|but|and? don't|do_not|dont unsubscribe|remove ...
    no need|reason to stop|unsubscribe|remove|opt ...
    don't want to unsubscribe|opt_out|be_removed
    how|can|does|do|what|where|is|are|could ... unsubscri*|opt-out|optout|opt_out|suppress* !from|me|us ... product|tool|software|system|platform|customers|users|subscribers|recipients|contacts|campaigns|your_solution|app|handled|handle|handling|supported|automatically
    unsubscri*|opt-out|optout rate|rates|feature|handling|function|management|process|flow|page
    every|all|each contact*|user*|lead*|record*|prospect*|recipient* .. as|unsubscribed|opted ...
    as unsubscribed|opted_out
    unsubscribe|remove|delete|suppress|blacklist .. everyone|everybody|all_contacts|all_users|all_leads|all_recipients|entire|whole
    don't|do_not|dont|not @write me|us .. until|before|till
    don't|do_not|dont|not hesitate|worry ...
    don't|do_not|not unsubscribe me
    can't|cannot|couldn't stop ...
    without further ado
    no further questions
    i'm|i_am|we're|we_are not kidding|joking
law 1
    gdpr|ccpa|data_protection_act|dsar|subject_access_request|uk-gdpr
privacy_request 6
    data|records .. deleted|erased|removed|wiped|destroyed|purged
    right|rights to .. be_forgotten|erasure|access|rectification|object|portability|information
    right of access|erasure
    what|which ... data|information|details .. do|does|have|are|is|you .. you|have|hold|held|stored|store|keep|process|on|about ... me|us|my
    copy|disclosure of .. data|information
    delete|erase|remove|destroy|wipe|purge .. all|any|every|personal .. data|information|records|everything|details|record
    delete|erase|destroy|wipe|purge .. my|our .. data|information|records|personal
    legal basis|grounds for|to|of|do
    lawful basis
    tell|inform|confirm me .. what|which .. data|information .. me
    data protection officer|authority
    article|art 15|17|21
    personal data .. you .. hold|process|store|have
    object to .. processing
privacy_request 5
    what|everything|anything you|u|your_company|they .. know|know|got|have|hold|keep .. about|on me|myself
    know|hold|have|keep|store|got about|on me
    where|how .. did|do|have|was|were|had you|they|your_company|u|my .. get|got|find|found|obtain*|come_by|acquire*|source|have|buy|bought|obtained|collected|took|take .. my|our|this|me .. @data
    where|how .. did|do|have you .. get|got|find|found|have my|our|me|hold_of_me
    how did you come by|across .. my|our
    how come you have my
    data|information .. you .. hold|have|store|keep|stored|process|collected|collect .. on|about|of|concerning|regarding me|us|my
    erasure|deletion of .. data|information
    delete|erase everything .. you|about|on
    source of my|our|this .. data|information|email|address|details|contact
    who gave|sold you|u .. my|our|me
    who .. share* .. my data|information|details with
erase 1
    delete|erase|erasure|deletion|forgotten|destroy|wipe|purge
access 1
    copy|access|which_data|what_data|article_15|art_15|subject_access_request|which_information|what_information
source 1
    where did|have you .. get
    source|how_did_you
    come by my
hostile 5
    bunch|pack|gang|load of
    clowns|clown|losers|loser|jokers
    joke of a company
    get a real|proper? job|life
    fil*|lodg* .. complaint
    annoying|annoyed|worst company|people|spam|mail|mails|emails|ever
    most annoying|useless|irritating
    fuck|f*ck|f**k|fck|fuk|sod|piss|bugger|eff off|you|yourself
    f off $
    go to hell
    get lost|stuffed|bent|a_life|the_hell|out_of_my
    shove it|your|this
    you .. scammer*|spammer*|fraud*|crook*|parasite*|leech*|vermin|idiot*|moron*|scum*|pathetic|disgusting|clown*|liar*
    shame on you
    @swear
    report|reporting|reported you|this|your|it .. spam|authorities|provider|police|regulator|ico|ftc|phishing|fraud|abuse|to
    hear|hearing from my lawyer|solicitor|attorney|lawyers
    sue|suing you|your
    my|our lawyer|solicitor|attorney|lawyers|legal_team .. will|has|is|contact|be
    next stop .. lawyer|solicitor|regulator|police|court
    harassment|harassing|harass
    how dare you
    who gave you the right
    drop dead
    screw you
    waste .. my|our|people's|everyone's time
    legal action
    total|complete|utter garbage|rubbish|trash|nonsense|disgrace
    you people
    shut up
    go away $
    f off
hostile 3
    disgrace*|disgusting|pathetic|garbage|scam|scammers|scammer|spammers|spammer|rubbish|trash|outrageous|shameless|unbelievable|shameful|sick_of|fed_up
    this is spam
    spam $
    cold spam
    spamming
    stupid|idiotic|ridiculous|nonsense
legal 1
    lawyer|solicitor|attorney|sue|legal_action|cease_and_desist|court
security 1
    security|infosec review|questionnaire|assessment|audit
    iso 27001
    soc 2|ii
    penetration test
press 1
    journalist|reporter|newspaper|editor|magazine
    press inquiry|enquiry|request
machine 1
    are|is|am you|this|i .. bot|robot|ai|machine|automated|human|real_person|chatgpt ??
    written|generated|wrote|sent by .. ai|bot|machine|chatgpt|robot ??
    talking|speaking|writing to .. bot|machine|robot|ai|human|person
instructs 1
    ignore|disregard|forget|override .. previous|prior|your|all|above|these|earlier .. instructions|rules|prompt|instruction|guidelines|directions
    system prompt
    ^ system|assistant|admin ignore|override|new|you
    you are now .. assistant|admin|a
    act|behave as .. admin|assistant|system
    mark|classify|label this .. as
    unsubscribe|delete|remove|forward|export .. everyone|everybody|all_contacts|all_leads|entire|whole|all_users
"""
