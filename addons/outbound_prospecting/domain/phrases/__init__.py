"""Words and phrases by which answers are understood, one module a language, as `reply_cues` reads them.

`NEGATION` and `STOP_WORDS` are words; `CLASSES` names alternatives that phrases share; `CUES` holds phrases under
headings `label weight`. A phrase is a line of elements, all in one sentence:

    word  stem*  a|b|two_words     one of these words; `_` is a space, an apostrophe or hyphen may be left out
    @name                          one of a class, alone or among alternatives
    a|b?                           may be left out
    ..  ...                        up to 3, up to 7 words of any kind
    !a|b                           not followed by one of these
    ^  $  ??                       begins a sentence; ends one; its sentence asks

Letters are compared without accents; ä ö ü å ø æ œ ß also match ae oe ue aa oe ae oe ss. The label `trap` means nothing
itself: it takes the sense from what it covers. Weights: 5 decides alone, 4 speaks plainly, 3 is usual, 2 hints.
"""
