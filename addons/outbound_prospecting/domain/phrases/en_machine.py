"""English: answers that a machine gives."""

CUES = """
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
    thank|thanks .. for|you contacting|your_enquiry|your_inquiry|submitting|writing_to_us
    mailbox|inbox|address|email|e-mail|account .. not|no|longer|un .. monitored|attended|in_use|used|checked|read|active|exist
    unmonitored|unattended
    no-reply|noreply|do-not-reply
    will|aim|try|endeavour|strive .. get_back|respond|reply|be_in_touch|answer|return .. within|shortly|as_soon|soon|asap .. hours|days|possible|business|working|h|24|48
    contact|contacted|touch|back|answer|reply|response|hear .. within|in 24|48|72|one|two|1|2|3|24-48 .. hours|business|working|h
    ^ within 24|48|72|one|two|1|2|3|24-48 .. hours|business|working|h
    one|member of our team|staff|agents|representatives .. will
    reached .. the|our .. inbox|mailbox|support|helpdesk
    our .. opening|business|office hours
    support|helpdesk|customer_service team
    reference number
    delivery|undeliverable status|failure
"""
