"""English."""

from . import en_firm, en_machine

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
CUES = (
    en_firm.CUES
    + en_machine.CUES
    + """
referral 4
    take|raise|discuss|bring this|it|that .. up? .. with
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
    not me $
    moved|switched|gone to another|a_different|a_new company|employer|role|job|firm
    not .. right|correct|appropriate|best|relevant|proper @person
    wrong @person|company|place|inbox|number|email|end
    not .. in_charge|responsible|my_area|my_department|my_responsibility|my_field|my_remit|my_role|my_job|my_decision|my_topic|the_decision-maker|the_decision_maker|my_call|the_one
    nothing to do with
    no|not longer|anymore .. work|works|working|with|at|employed|part|here|in|there|involved|responsible|a_member .. company|here|firm|us|there|organisation|organization|business|with|at|department|role|for|team
    don't|doesn't|not|do_not .. work|working|works .. there|here|for|at|in .. anymore|any_more|any_longer|these_days|now
    i|he|she|has|have|who @quit .. company|firm|business|organisation|organization|ago|last|in|us|job|the|position|year
    has|have left
    no longer work|working|works|employed|involved|responsible|handle|manage|deal|in_charge|part
    anymore|any_longer work|involved
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
    @no .. need|require|looking|want|relevant|applicable|suitable|see_a_fit|see_the_fit|a_fit|a_match|for_us|for_me|right_for|in_the_market|something_we|something_for|anything_we|a_match|match|convinced|a_good_fit|our_thing .. !receive|any_more_emails|to_receive
    irrelevant
    pass|passing on|at .. this|it|that|one|offer|opportunity
    i'll|we'll|i_will|we_will|will|gonna|have_to pass
    ^ no thanks|thank_you|thankyou|thx|ta|cheers
    ^ nope|nah
    ^ no $
    decline|declining|respectfully_decline
    a no from|for
    hard pass
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
    signed|signing|went|gone|go|contracted with
    competitor|competitors .. of|already|just|instead
    too|very|quite|pretty|rather|way|so|bit|little|prohibitively expensive|pricey|costly|dear|steep|high
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
    not|won't|can't|cannot ... before|until !today|i|my|we
    let's|lets|we|can_we .. talk|speak|connect|chat .. again|in_the_new_year|next_year|next_quarter
    talk|speak|chat|call|meet|discuss then|after_that $
    heads down
    maybe|perhaps|possibly|might .. later|next|future|then|revisit|in_the|after
    get|come|circle|check|reach|touch|report|write|loop|reconnect|follow|revisit|try|ping|contact|email|call|remind|ask|approach|reapproach|speak|talk|chat|drop|connect|pick .. back|again|out|up|in|base|me|us|again|then .. in|after|later|next|when|around|once|early|late|mid|some|towards|end|beginning|start|q1|q2|q3|q4|h1|h2|january|february|march|april|may|june|july|august|september|october|november|december|from|by|on_the|on_1|half|months|weeks|year
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
)
