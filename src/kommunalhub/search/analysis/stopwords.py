"""Words that stand in nearly every German text or question; asking for them tells nothing."""

from kommunalhub.search.analysis.folding import fold


STOP_WORDS = """
    ab aber alle allem allen aller alles allgemein als also am an andere anderen ans auch auf
    aus bei beim bekomme bekommen bekommt bereits bestimmte bestimmten bin bis bist bitte
    brauche brauchen braucht bzw da dabei dafür daher damit danach dann daran darauf darf
    darin dass davon dazu dein deine dem den denn denen der deren des dessen die dies diese
    diesem diesen dieser dieses doch dort drin du durch dürfen eigentlich ein eine einem einen
    einer eines einige einmal er erst es etc etwa etwas euch euer finde finden findet für
    geben gegen geht gehe gehen genau gerne gibt gilt gelten ggf hab habe haben hat hatte
    hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in innen
    ins ist ja je jede jedem jeden jeder jedes jemand jetzt jeweils kann kannst kein keine
    keinem keinen keiner komme kommen kommt konnte können könnte lässt lassen los mache machen
    macht man mehr mein meine meinem meinen meiner mich mir mit möchte möchten muss musste
    müssen nach nachdem neben nicht nichts noch nun nur ob oder ohne passiert per schon sehr
    sei sein seine seinem seinen seiner seit selbst sich sie sind so sobald sofern sogar soll
    sollen sollte sollten sondern sonst sowie statt tue tun tut über um und uns unser unsere
    unserem unseren unserer unter usw viel viele vielen vom von vor war waren warum was weil
    weiß welche welchem welchen welcher welches wem wen wenn wer werde werden wessen weshalb
    wie wieder wieso wieviel will wir wird wo wofür woher wohin womit wollen worauf worum
    wurde wurden würde würden z zu zum zur zwischen
"""
STOPPED = frozenset(fold(word) for word in STOP_WORDS.split())
