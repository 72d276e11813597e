"""English."""

STOP_WORDS = """the and you your we our is are for with not this that have has please thanks thank would could can will
it of to in on at be but from if what how do does my me am i'm don't was about just all any an as or so there here"""
NEGATION = "not no never don't doesn't didn't isn't aren't won't can't cannot couldn't wouldn't without nobody neither nor hardly"
CLASSES = {
    "mail": "email* e-mail* mail mails mailing* message* newsletter* correspondence communication* spam offers updates "
    "emailing* notifications marketing advertising",
    "write": "contact contacting email emailing e-mail e-mailing mail mailing message messaging write writing call "
    "calling bother bothering text texting spam spamming ping pinging approach approaching solicit soliciting disturb "
    "disturbing pester pestering chase chasing harass harassing reach_out get_in_touch follow_up following_up",
    "list": "list lists mailing mailings database databases distribution system crm records contacts file files campaign "
    "campaigns sequence cadence emails mails newsletter",
    "no": "not no don't doesn't isn't aren't wasn't won't can't cannot couldn't wouldn't didn't haven't hasn't never nothing nobody",
    "not": "not don't do_not never won't cannot can't stop didn't",
    "product": "tool tools software solution solutions system systems product platform provider vendor supplier partner "
    "agency setup stack service crm erp app application process",
    "late": "later down_the_road down_the_line next_year next_quarter next_month some_other_time another_time in_the_future "
    "in_future",
    "again": "back again touch circle reconnect revisit follow_up check_in reach_out ping try contact email write",
    "person": "person guy one man woman contact individual lady department team address recipient",
    "day": "monday tuesday wednesday thursday friday tomorrow mon tue tues wed thu thurs fri today tonight",
    "day_part": "morning afternoon noon lunch",
    "leave": "leave vacation holiday holidays pto sabbatical",
    "quit": "left leaving quit resigned retired moved_on",
    "ask": "can could do does did is are will would what how where which who why when",
    "swear": "fuck* f*ck fck fuk shit* bullshit asshole* arsehole* bastard* moron* idiot* idiotic dickhead* scum* prick* "
    "wanker* bloody crap crappy wtf stfu",
    "data": "data information details address email e-mail mail contact number name",
}
CUES = """
opt_out 5
    unsubscri*|unsubcri*|unsuscri*|unsubscib*|unsubcribe !customers|users|people|everyone|everybody|all|contacts|subscribers|recipients|rate|rates
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
    stop|cease|quit|discontinue|halt|refrain_from|desist|end .. @write|sending|contact|contacts|all|any|communications|emails|mails|messages|communication|mailings|correspondence
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
    not .. hear|hearing .. from .. you|your
    never|not hear .. from you|your
    last time|mail|email you .. hear|contact|write|mail|email
    lose my|this number|email|address
    withdraw|revoke .. consent|permission
    do_not_contact list
    blacklist|suppress me|us|my|this
    i'm|i_am done with .. @mail|these
    no longer wish|want|like|interested .. receive|receiving|be|hear|get
opt_out 4
    leave me|us alone|be|in_peace
opt_out 3
    never|not|didn't signed|sign|subscribed|subscribe|opted|opt|asked|ask|requested|consented|agreed .. up|to|in|for
    not .. consent
    enough of|with .. @mail|these
    too many of .. @mail|these
trap 6
    ^ please|but|and|so|just|oh? don't|do_not|dont|never stop ...
    ^ please|but|and? don't|do_not|dont unsubscribe|remove ...
    no need|reason to stop|unsubscribe|remove|opt ...
    don't want to unsubscribe|opt_out|be_removed
    how|can|does|do|what|where|is|are|could ... unsubscri*|opt-out|optout|opt_out|suppress* ... product|tool|software|system|platform|customers|users|subscribers|recipients|contacts|campaigns|your_solution|app|handled|handle|handling|supported|automatically
    unsubscri*|opt-out|optout rate|rates|feature|handling|function|management|process|flow|page
    unsubscribe|remove|delete|suppress|blacklist .. everyone|everybody|all_contacts|all_users|all_leads|all_recipients|entire|whole
    don't|do_not|dont|not @write me|us .. until|before|till
    don't|do_not|dont stop|hesitate|worry ...
    don't|do_not|not unsubscribe me
    can't|cannot|couldn't stop ...
    without further ado
    no further questions
    i'm|i_am|we're|we_are not kidding|joking
law 1
    gdpr|ccpa|data_protection_act|dsar|subject_access_request|uk-gdpr
privacy_request 6
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
out_of_office 5
    out of office|the_office|my_office|town
    out-of-office|ooo
    automatic reply out
    away from .. office|desk|my_desk|work|email|emails|my_email|mail|keyboard
    on .. annual|maternity|paternity|parental|sick|medical|family|bereavement|extended|study|personal leave
    i'm|i_am|am|currently|be|while on @leave|a_business_trip|business_travel|the_road|parental
    limited|no|intermittent|sporadic|restricted|reduced|occasional access to .. email*|mail*|e-mail*|internet|my|messages
    back|return|returning in|to|at .. office|work|my_desk
    upon|on|after|when my|i return|back|am_back
    not .. in .. office
    in my absence
    during my|this absence
    while i am|i'm away|out|gone|travelling|traveling|off
    i am|will|be|am|currently .. away|out|absent|off|travelling|traveling|abroad .. until|till|from|through|between|and|this_week|for|with
    i'm|be|currently away|out|absent|off|travelling|traveling|abroad
    will|won't|not be .. checking|reading|monitoring|answering .. email*|e-mail*|mail*|messages|my
    will be back|returning|return
    i will return|be_back|be_returning|reply_when
    slow|slower|delayed to|in|response .. reply|respond|responding|replying|responses
    urgent|emergency|pressing|immediate .. contact|call|please|reach|matters|assistance|enquiries|inquiries
    if .. urgent|emergency
    not be read|forwarded
    office|offices .. closed
    email|mail .. won't|not be .. read|forwarded|checked
out_of_office 3
    on leave|vacation|holiday|pto|holidays|sabbatical|a_business_trip
    ^ back .. on|from
    anything pressing|urgent
auto_reply 5
    auto|automated|automatic|automatically-|automatically response|reply|message|email|e-mail|generated|mail|acknowledgement|acknowledgment|confirmation|notification
    this is an|a auto*
    do_not|don't reply|respond to .. this|directly
    ticket|case|reference|request|incident|enquiry|inquiry number|no|id|nr|created|opened|logged|received|registered|is|has_been
    ticket|case|request has|was been|created|opened|logged|received|registered
    received|got|logged|registered your|the message|email|e-mail|mail|request|enquiry|inquiry|query|ticket|submission
    your|the message|email|e-mail|mail|request|enquiry|inquiry|query|submission|ticket .. has|have|was|is been|received|logged|important|registered|being
    thank|thanks .. for|you contacting|getting_in_touch|your_enquiry|your_inquiry|reaching_out_to|submitting|writing_to_us
    mailbox|inbox|address|email|e-mail|account .. not|no|longer|un .. monitored|attended|in_use|used|checked|read|active|exist
    unmonitored|unattended
    no-reply|noreply|do-not-reply
    will|aim|try|endeavour|strive .. get_back|respond|reply|be_in_touch|answer|return .. within|shortly|as_soon|soon|asap .. hours|days|possible|business|working|h|24|48
    within|in 24|48|72|one|two|1|2|3|24-48 .. hours|business|working|h
    one|member of our team|staff|agents|representatives .. will
    reached .. the|our .. inbox|mailbox|support|helpdesk|line|team|department
    our .. opening|business|office hours
    support|helpdesk|customer_service team
    reference number
    delivery|undeliverable status|failure
referral 4
    talk|speak|reach_out|write|contact|email|mail|refer|turn|address|get_in_touch|liaise|connect|try|drop|ping|call .. to|with|our|my|him|her|them|directly .. colleague*|head|director|manager|cto|cio|ceo|cfo|coo|lead|responsible|team|procurement|purchasing|department|vp|boss|assistant|counterpart|buyer|owner|him|her
    contact|email|reach|call|try|ask|ping|cc my|our|him|her .. colleague*|head|director|manager|cto|cio|ceo|cfo|coo|lead|team|procurement|purchasing|department|vp|boss|assistant|buyer|office
    right|best|correct|appropriate|relevant|better @person .. is|would|to|for
    forwarded|forwarding|i_forward|i'll_forward|will_forward .. to|this|your|it|on|them
    passed|passing|pass|sent|handed|sharing|shared|relayed|redirected|redirecting|put .. on|along|over|your|this|it|him|her|them .. to .. my|our|colleague*|him|her|the
    passed|passing .. on|along to
    cc'd|cc'ing|ccing|copied|copying|looping|looped|adding|added|cc|include|including .. in|my|our|him|her|here|cc|colleague*|who|to_this
    in|on cc|copy
    he|she|they|who is|are|was|looks|takes|handles|runs|owns|manages|leads|heads|deals|covers .. in_charge|responsible|after|care|procurement|purchasing|that|this|it|with|best|our|handling|the
    handled|managed|owned|decided|dealt|covered|run .. by|with
    in charge of
    is|are responsible for
    my|our colleague*
    get in touch|talk|speak|reach_out with|to .. him|her|them|instead
    should|better|rather talk|speak|write|contact|email .. to|with
    put you in touch
    would be one|something for
    tell him|her i_sent_you|that_i
referral 3
    talk|speak|reach_out|get_in_touch|write|contact|email|call|ask|try .. to|with|in !me|us|you|again|then|more|about|a|an|june
    get|put|refer .. to|with
referral 4
    owns|handles|covers|oversees this|that|the|our
    his|her email|e-mail|mail|number|contact|phone|address
    reach him|her|them
wrong_person 4
    not .. right|correct|appropriate|best|relevant|proper @person
    wrong @person|company|place|inbox|number|email|end
    not .. in_charge|responsible|my_area|my_department|my_responsibility|my_field|my_remit|my_role|my_job|my_decision|my_topic|the_decision-maker|the_decision_maker|my_call|the_one
    nothing to do with
    no|not longer|anymore .. work|works|working|with|at|employed|part|here|in|there|involved|responsible|a_member .. company|here|firm|us|there|organisation|organization|business|with|at|department|role|for|team
    don't|doesn't|not|do_not .. work|working|works .. there|here|for|at|in .. anymore|any_more|any_longer|these_days|now
    i|he|she|has|have|who @quit .. company|firm|business|organisation|organization|ago|last|in|us|job|the|position|year
    has|have left
    i|he|she .. retired|retirement
    changed jobs|companies|roles|employer|positions
    not working there|here|for
    i don't|do_not|not .. handle|deal|decide|make .. with|that|this|those|purchasing|decisions|such
    confused|mistaken|mixed me|with|up .. someone|somebody|with
    you .. want|need|looking someone_else|somebody_else
    outside|beyond|out my|of .. area|remit|responsibility|scope|role|my
    not mine to
    just|only an|a intern|student|trainee|receptionist|temp|apprentice|assistant|nurse
    not me you .. want|need|looking
    has passed away
    wrong_person
    update your|the records|crm|list|database
    i am|i'm not .. decision*
    have no say|influence
not_interested 4
    @no|hardly .. interested|interest|interesting !in_receiving
    no|zero interest !rate*
    uninterested
    no|without need|use|demand|requirement|appetite
    @no .. need|require|looking|want|relevant|applicable|suitable|see_a_fit|see_the_fit|a_fit|a_match|for_us|for_me|right_for|in_the_market|something|anything|convinced|a_good_fit|our_thing .. !receive|any_more_emails|to_receive
    irrelevant
    pass|passing on|at .. this|it|that|one|offer|opportunity
    i'll|we'll|i_will|we_will|will|gonna|have_to pass
    ^ no thanks|thank_you|thankyou|thx|ta|cheers
    ^ nope|nah
    ^ no $
    decline|declining|respectfully_decline
    a no from|for
    no from us|me
    decided|chosen|choose|opted not|against .. to|it
    against .. offer|proposal|it
    not .. take .. further|forward|up
    not .. proceed|pursue|proceeding|pursuing|move_forward|going_ahead|go_ahead|moving_forward
    all|we're|we_are|i'm good here|thanks|thank_you|for_now|as
    good luck
    covered|sorted|all_set here|already|thanks|thank_you
    we're|we_are|i'm|i_am all set|good|sorted|fine|covered
    no plans|intention to|of|for
    not see .. fit|value|benefit|need|use|point
not_interested 2
    thanks|thank_you but
    appreciate .. but
    not .. moment|time|now
    wish you .. success|luck|best
objection 4
    too|very|quite|pretty|rather|way|so|bit|little|prohibitively expensive|pricey|costly|dear|steep|high|much|rich
    expensive|pricey|overpriced|unaffordable
    @no .. afford|justify
    hard|difficult|impossible to justify
    no|not|without|lack|limited|tight|frozen|zero|little|any .. budget|budgets|funds|money|funding
    budget|money|spending|spend|budgets|funds .. is|are|has|was|been|a|very .. tight|cut|frozen|gone|limited|spent|allocated|short|freeze|problem|issue
    frozen|froze|cut all|our|the|any .. spending|budget|budgets|spend
    out|beyond|above|over .. our|of|the .. budget|range|price
    already|currently|now|presently .. have|use|using|work|working|got|with|happy|covered|contract|contracted|own|run|running|in_place|partnered|locked|served|do|doing|our|committed .. !it|you|to_discuss
    happy|satisfied|content|pleased|fine with .. what|our|it|them|current|existing|@product|that
    our current|existing|present @product
    contract|agreement|commitment|locked|tied|committed .. with|until|in|to|another|for
    under contract
    built|build|developed|do|handle|have|made|did|manage .. in-house|inhouse|internally|ourselves|own
    in-house|inhouse
    standardised|standardized|standardise on
    competitor* .. quoted|offers|offered|cheaper|does|is|has|already
    cheaper
    tried .. before|similar|like|already|this|tools|it|last
    last time we|i
    did|@no work|deliver|delivered|worked .. for|out|what|last
    burned|burnt|fiasco|bad_experience|disappointing|disappointed
    too small|big|large|complex|complicated|niche|early
    why .. would|should .. we|i|switch|change
    see|seeing|@no .. value|reason|point|benefit|advantage|roi|difference .. to|in|of|why|over
    @no .. sure|convinced|see|clear|doubt .. you|would|we|this|it .. add|help|bring|work|switch|fit|apply
    doubt|skeptical|sceptical
    switch|switching|migrating|migration|changing .. too|cost*|effort|pain|risk|would|is
    don't|not trust|believe
    sounds|seems|looks too good
    no resources|capacity|bandwidth|people|time_for
    we|i only .. employees|people|staff
    we do|have|use|handle that|this|it|those ourselves|already|internally
objection 2
    we use|run|work_with|have
    but .. @product
    not convinced
    our group|headquarters|hq|parent
deferral 4
    maybe|perhaps|possibly|might .. later|next|future|then|revisit|in_the|after
    get|come|circle|check|reach|touch|report|write|loop|reconnect|follow|revisit|try|ping|contact|email|call|remind|ask|approach|reapproach|speak|talk|chat|drop|connect|pick .. back|again|out|up|in|base|me|us|then|this|with|to|it|touch|line .. in|after|later|next|when|around|then|once|early|late|mid|some|towards|end|beginning|start|q1|q2|q3|q4|h1|h2|again|at|january|february|march|april|may|june|july|august|september|october|november|december|from|by
    get|come|circle|check|reach|touch|loop|report|write .. back|out|base|in|again .. to|with|with_me .. me|us
    circle|loop|check|touch|come|get|swing back|in|base|again
    circle back
    reach out|try|ask|contact|write|call|email|ping again
    try|ask|contact|remind|ping|write|call|email .. me|us .. again|later|then|in|next|after
    again in|next|after|then|later|around|when|mid|early|q1|q2|q3|q4
    reconnect|revisit|re-visit
    revisit|look|review|consider|discuss|talk|speak|think|reconsider|pick .. this|it|about|at|again .. next|later|in|after|once|when|then|again
    let's park|postpone|pause|hold|shelve|defer|wait
    put|keep|park|hold .. on_hold|on_ice|for_now|pending|the_back_burner|in_mind
    on hold
    too much on my|our
    middle|midst of
    maybe|perhaps|possibly later
    later this|in|on|down
    next year|quarter|fiscal|budget|season
    not before|until|till
    until|till then|after
    new budget|fiscal|financial year|cycle|round
    after .. easter|summer|christmas|holidays|new_year|year-end|launch|audit|quarter|that|then
    at .. later|another|some .. time|point|date|stage
    wait until|till|for
    hiring|spending freeze
    only look|consider|decide|plan|start|be|discuss|evaluate .. in|next|after|again|then
    keep .. in|on mind|file|touch
    ask me .. then
    budget|budgets|planning .. next|starts|q1|q2|q3|q4|h1|h2|autumn|fall|reset|year
    drop me|us .. line|note|mail .. in|at|after|later|next|around
deferral 3
    not .. right_now|now|at_the_moment|at_present|currently|this_year|this_quarter|just_yet|yet|today|this_month|at_this_point|good_time|right_time|best_time|ideal_time|a_priority|priority|on_the_agenda
    bad|wrong|poor|terrible|not_the_right|not_a_good timing|time|moment
    timing .. bad|off|wrong|not|isn't|poor|right
    busy|swamped|slammed|snowed|tied_up|overloaded|flat_out|underwater|too_much_on|full_plate|stretched|buried
    for now
meeting_request 4
    call|ring|phone|dial me|us .. on|at|tomorrow|today|monday|tuesday|wednesday|thursday|friday|any|after|before|between|this|next_week|when|anytime|in_the|under|back|now|please|if|to
    give me|us .. call|ring|buzz|shout
    call|ring me|us
    set|schedule|arrange|book|organise|organize|fix|find|plan|grab|have|do|hop|jump|get|setup|line|put|make .. up|on|a|an|some|in|quick|time .. call|meeting|demo|chat|slot|time|appointment|zoom|teams|conversation|session|demonstration|video|coffee|discussion|date
    let's|lets|can_we|could_we|shall_we|happy_to|we_can|we_could|glad_to|would_like_to|love_to|want_to .. talk|speak|meet|chat|discuss|call|connect|catch_up|hop|jump|schedule|zoom !after|later
    book|pick|grab|choose|reserve|find .. slot|time|meeting|calendar
    calendly|cal.com|savvycal|chilipiper|youcanbook
    my|the|our calendar|calendly|diary|scheduler|booking_link
    send|shoot|drop|forward .. me|us|over|a|an|the|calendar|zoom|teams|meeting .. invite|invitation|link|calendar|appointment|slots
    calendar invite|invitation
    are|would|is|when|what|which .. you|time|day|your .. available|free|availability|suit|suits|works|work|slots
    i'm|i_am|i|we|we're|we_are .. free|available|around|flexible .. on|at|from|between|after|tomorrow|@day|next|this|before|in
    how|what about .. @day|next_week|morning|afternoon|this_week
    @day .. at .. am|pm|noon|10|11|12|9|8|13|14|15|16|2|3|4|1|5
    @day @day_part
    @day .. works|suits|fine|good|ok
    works|suits for|me|us
    works for me|us
    does @day .. work|suit ??
    meet|meeting .. @day|face|person|up|next|office|for|at|in|call
    come|drop|stop|swing|visit by|to|us|over .. office|us|premises|plant|site
    quick call|chat|meeting|zoom|demo
    face to face
    in person
    15|20|30|10|45|60 minutes|min|mins .. on|to|for|this|next|call|@day
    demo .. @day|next|when|for|call|please|??
    book a demo
    schedule
    zoom|teams|meet|google link|call|meeting|invite
    talk .. phone|person|@day|tomorrow|next_week
    over .. phone|call|coffee|zoom|lunch
    available for
interest 4
    sounds|looks|seems|is|quite|very|really|that's|it's|pretty|this|are|be|am|we're|i'm interest*|interesting|promising|great|intriguing|exciting|cool|fascinating|relevant|useful|amazing|awesome|fantastic|perfect|compelling
    sounds|looks|seems good
    i'm|i_am|we're|we_are|be|definitely|certainly|very|quite|potentially|possibly|am|are interested
    interested in
    interested
    tell|know|learn|hear|find|see|understand|read|discover .. more|out_more .. !from_you
    tell us|me .. about|how
    more information|info|details|detail|insight|material|about
    further information|info|details|material|documentation
    additional information|info|details|material
    send|share|forward|provide|mail|email|shoot .. me|us|over|the|some|your|a|more|along|through|any|pricing|across .. information|info|details|deck|brochure|case|material*|pricing|price|proposal|quote|presentation|overview|document*|datasheet|sheet|one-pager|pdf|reference*|catalog*|offer|video|it|example*|samples|more|link|list|paper|data
    send it|them|that over|please|through|along|to
    send away
    love|like|keen|curious|happy|eager|glad|interested|want|open .. to .. see|hear|know|learn|understand|explore|find|get|receive|read|try|discover
    keen|curious|intrigued
    in .. market for
    good|great|perfect|excellent timing|time
    caught|got|have|has .. my|our attention|interest
    yes please|pls
    ^ yes|yeah|yep|sure|absolutely|definitely !but|i_know
    why not
    looking for|into|at .. something|solution|such|this|exactly|like|a|options|alternatives
    looking around
    exactly what .. need|looking|want|wanted
    next step|steps
    could|might|would|may be|fit|help|work|suit .. useful|relevant|interesting|fit|us|interest|something|worth
    relevant to|for us|our
    count me|us in
    free trial
    sign me up
    one-pager|brochure
interest 2
    good|nice idea|one|stuff|approach
    like .. it|idea|approach|that|this
    makes sense
question 4
    @ask .. you|it|this|that|your|i|we|the|there|they ... ??
    how|what|where|which|who|why|when ... ??
    how much|many|long|does|do|is|are|would|will|can .. it|this|that|cost|you|we|the|take|work|users|i ??
    what .. price|pricing|cost|costs|fee|fees|difference|mean|exactly|include*|do_you
    explain|clarify|elaborate|specify|describe|outline
    wondering|wonder if|whether|what|how
    question|questions
    ^ can|could|do|does|is|are|will|would ... ??
    what exactly|do|does|is|are|would
    before we|i .. go|decide|proceed|continue
    curious how|whether|if|what|which
other 2
    ^ thanks|thank_you|thx|ty|cheers|ok|okay|noted|received|k|great|perfect|fine|cool|ack|acknowledged|understood|roger $
    ^ well|duly noted
    ^ got it
    ^ thanks|thank_you|thx|many_thanks .. for .. !but $
    received with|your .. thanks
    same to you
    merry|happy christmas|holidays|new_year|easter|birthday
    have .. nice|good|great day|weekend|week|one
    will do
    all .. good $
"""
