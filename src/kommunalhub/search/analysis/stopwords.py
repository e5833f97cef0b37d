"""Words that stand in nearly every German text or question; asking for them tells nothing."""

from kommunalhub.lib.german.folding import fold


STOP_WORDS = """
    ab aber alle allem allen aller alles allgemein als also am an andere anderen ans auch auf aus
    bei beim bekomme bekommen bekommst bekommt benötige benötigen benötigt bereits bestimmte
    bestimmten bin bis bist bitte brauche brauchen brauchst braucht bzw da dabei dafür daher damit
    danach dann daran das dasselbe darauf darf darfst darin dass davon dazu dein deine dem den denen
    denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort drin du durch
    dürfen dürft dürfte eigentlich ein eine einem einen einer eines einfach einige einmal er erst es
    etc etwa etwas euch euer evtl finde finden findest findet für geben gegen gehe gehen gehst geht
    gelten genau gerne ggf gibt gilt gleich hab habe haben hat hatte hatten häufig her hier hin
    hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in innen ins irgendwann irgendwie
    irgendwo ist ja je jede jedem jeden jeder jedes jemand jetzt jeweils kann kannst kein keine
    keinem keinen keiner komme kommen kommst kommt können konnte könnte kriege kriegen kriegt lange
    lassen lässt los mache machen machst macht man mehr mein meine meinem meinen meiner mich mir mit
    möchte möchten muss müssen musst musste nach nachdem neben nicht nichts nie noch nochmal nun nur
    ob oben oder oft ohne passiert per schnell schon sehr sei sein seine seinem seinen seiner seit
    selbst sich sie sind so sobald sofern sogar soll sollen sollst sollte sollten somit sondern
    sonst sowie statt tue tun tut über überhaupt um und uns unser unsere unserem unseren unserer
    unter usw viel viele vielen vielleicht vom von vor wann war waren warum was weil weiß weiter
    welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wessen wie wieder
    wieso wieviel wieviele will willst wir wird wo wodurch wofür woher wohin wollen wollt womit
    wonach worauf worin worum wovon wovor wurde würde würden wurden z zu zum zur zwischen
"""
STOPPED = frozenset(fold(word) for word in STOP_WORDS.split())
