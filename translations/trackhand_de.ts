<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>Trackhand::AddHelperWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add helper</source>
        <translation>Helfer hinzufügen</translation>
    </message>
    <message>
        <source>Which protocol</source>
        <translation>Welches Protokoll</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Where is the traffic of %1?</source>
        <translation>Wo ist der Verkehr von %1?</translation>
    </message>
    <message>
        <source>Which protocol?</source>
        <translation>Welches Protokoll?</translation>
    </message>
    <message>
        <source>Step %1 of 3: %2</source>
        <translation>Schritt %1 von 3: %2</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>Trackhand::AddressText</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>Trackhand::BackendLink</name>
    <message>
        <source>not connected yet</source>
        <translation>noch nicht verbunden</translation>
    </message>
</context>
<context>
    <name>Trackhand::CaptureSource</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>%1 ist kein Mitschnitt, sondern ein Ordner, eine Pipe oder ein Gerät</translation>
    </message>
</context>
<context>
    <name>Trackhand::ChainView</name>
    <message>
        <source>The chain from the kernel to the expected connection</source>
        <translation>Die Kette vom Kernel bis zur erwarteten Verbindung</translation>
    </message>
</context>
<context>
    <name>Trackhand::CodePane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRuleModel</name>
    <message>
        <source>At character %1: %2.</source>
        <translation>Bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>A rule needs a filter.</source>
        <translation>Eine Regel braucht einen Filter.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Packets that pass this filter</source>
        <translation>Pakete, die diesen Filter passieren</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRules</name>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation>Ohne Urteil</translation>
    </message>
    <message>
        <source>Rewritten</source>
        <translation>Umgeschrieben</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRulesDialog</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>De&amp;faults</source>
        <translation>Stan&amp;dardwerte</translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>A packet takes the colour of the first rule whose filter it passes. Its name stands in the column &quot;Rule&quot;.</source>
        <translation>Ein Paket erhält die Farbe der ersten Regel, deren Filter es passiert. Ihr Name steht in der Spalte „Regel“.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>switching a rule on</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>switching a rule off</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>naming a rule</source>
        <translation>Regel benennen</translation>
    </message>
    <message>
        <source>changing a filter</source>
        <translation>Filter ändern</translation>
    </message>
    <message>
        <source>choosing a colour</source>
        <translation>Farbe wählen</translation>
    </message>
    <message>
        <source>taking the defaults</source>
        <translation>Standardwerte übernehmen</translation>
    </message>
    <message>
        <source>A rule that is on has a filter that is none.</source>
        <translation>Eine eingeschaltete Regel hat einen Filter, der keiner ist.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>adding a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>removing a rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>moving a rule</source>
        <translation>Regel verschieben</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisChain</name>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>No clash</source>
        <translation>Kein Konflikt</translation>
    </message>
    <message>
        <source>in the way</source>
        <translation>im Weg</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>none</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>only the program that registered %1 knows its rules and sees its packets</source>
        <translation>nur das Programm, das %1 registriert hat, kennt dessen Regeln und sieht dessen Pakete</translation>
    </message>
    <message>
        <source>another program registered %1: change it there</source>
        <translation>ein anderes Programm hat %1 registriert: dort ändern</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>it can be told only when the links before it hold</source>
        <translation>feststellbar erst, wenn die Glieder davor halten</translation>
    </message>
    <message>
        <source>The backend looked at nothing: are it and this program of the same version?</source>
        <translation>Das Backend hat nichts geprüft: Haben es und dieses Programm dieselbe Version?</translation>
    </message>
    <message>
        <source>Every link holds: as far as can be seen from here, %1 works.</source>
        <translation>Jedes Glied hält: Soweit von hier aus zu sehen ist, arbeitet %1.</translation>
    </message>
    <message>
        <source>Another program registered %1. What can be seen from here is fine.</source>
        <translation>Ein anderes Programm hat %1 registriert. Was von hier aus zu sehen ist, ist in Ordnung.</translation>
    </message>
    <message>
        <source>Nothing is wrong so far, but %1 has come no further than this:</source>
        <translation>Bisher ist nichts falsch, aber %1 ist nur bis hierher gekommen:</translation>
    </message>
    <message>
        <source>%1 cannot work because the chain breaks here:</source>
        <translation>%1 kann nicht arbeiten, weil die Kette hier unterbrochen ist:</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisModel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisView</name>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Register %1 again</source>
        <translation>%1 neu registrieren</translation>
    </message>
    <message>
        <source>Add a rule for its usual traffic</source>
        <translation>Regel für den üblichen Verkehr hinzufügen</translation>
    </message>
    <message>
        <source>Add the same for forwarded traffic</source>
        <translation>Dasselbe für weitergeleiteten Verkehr hinzufügen</translation>
    </message>
    <message>
        <source>Show its rules</source>
        <translation>Regeln zeigen</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>Pakete zeigen</translation>
    </message>
    <message>
        <source>Show the expectations</source>
        <translation>Erwartungen zeigen</translation>
    </message>
    <message>
        <source>Looking at each link of the chain</source>
        <translation>Jedes Glied der Kette wird geprüft</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Seen: %1.</source>
        <translation>Gesehen: %1.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Trackhand::DifferenceModel</name>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>packet seen</source>
        <translation>Paket gesehen</translation>
    </message>
    <message>
        <source>packet not seen</source>
        <translation>Paket nicht gesehen</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Vermerk</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>nicht erwartet</translation>
    </message>
    <message>
        <source>fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>kein Fehler</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventFilter</name>
    <message>
        <source>&quot;and&quot; or &quot;or&quot; is missing before &quot;%1&quot;</source>
        <translation>vor „%1“ fehlt „and“ oder „or“</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>das ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a closing parenthesis is missing</source>
        <translation>eine schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>the filter ends where a field should be, for example helper == &quot;ftp&quot;</source>
        <translation>der Filter endet, wo ein Feld stehen sollte, zum Beispiel helper == &quot;ftp&quot;</translation>
    </message>
    <message>
        <source>after %1 a comparison is missing: ==, !=, &lt;, &gt;, contains or in</source>
        <translation>nach %1 fehlt ein Vergleich: ==, !=, &lt;, &gt;, contains oder in</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; did you mean %2?</source>
        <translation>es gibt kein Feld „%1“; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; to search what the helper saw, write note contains &quot;%1&quot;</source>
        <translation>es gibt kein Feld „%1“; um zu suchen, was der Helfer sah: note contains &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;in&quot; wants a set in braces: {21, 2121}</source>
        <translation>„in“ verlangt eine Menge in geschweiften Klammern: {21, 2121}</translation>
    </message>
    <message>
        <source>a set in braces goes with &quot;in&quot;</source>
        <translation>eine Menge in geschweiften Klammern gehört zu „in“</translation>
    </message>
    <message>
        <source>the set is empty</source>
        <translation>die Menge ist leer</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>hier fehlt ein Wert</translation>
    </message>
    <message>
        <source>%1 cannot be compared with &quot;%2&quot;</source>
        <translation>%1 lässt sich nicht mit „%2“ vergleichen</translation>
    </message>
    <message>
        <source>%1 is a number, &quot;%2&quot; is not</source>
        <translation>%1 ist eine Zahl, „%2“ nicht</translation>
    </message>
    <message>
        <source>%1 is never &quot;%2&quot;; it is one of %3</source>
        <translation>%1 ist nie „%2“; möglich sind %3</translation>
    </message>
    <message>
        <source>this is no regular expression: %1</source>
        <translation>das ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>%1 is an address, &quot;%2&quot; is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64</source>
        <translation>%1 ist eine Adresse, „%2“ nicht: 10.0.1.2, 10.0.1.0/24 oder fd00:1::/64 schreiben</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>a filter has no &quot;%1&quot;</source>
        <translation>ein Filter hat kein „%1“</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventText</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, unjudged</source>
        <translation>%1, ohne Urteil</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1, abgelehnt</translation>
    </message>
    <message>
        <source>%1, rewritten</source>
        <translation>%1, umgeschrieben</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Trackhand::EvidenceOpener</name>
    <message>
        <source>The evidence cannot be shown: %1</source>
        <translation>Die Beweise können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Is there room for temporary files?</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Ist Platz für temporäre Dateien da?</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationModel</name>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>Erwartet von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>%1, %2 ms after it was made</source>
        <translation>%1, %2 ms nach dem Erstellen</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationText</name>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>verdrängt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>The connection it describes may come at any moment.</source>
        <translation>Die beschriebene Verbindung kann jeden Moment kommen.</translation>
    </message>
    <message>
        <source>The expected connection came and was let through as related.</source>
        <translation>Die erwartete Verbindung kam und wurde als zugehörig durchgelassen.</translation>
    </message>
    <message>
        <source>Its time ran out before the connection came.</source>
        <translation>Ihre Zeit lief ab, bevor die Verbindung kam.</translation>
    </message>
    <message>
        <source>Its class was full, so a newer one took its place.</source>
        <translation>Ihre Klasse war voll, eine neuere nahm ihren Platz ein.</translation>
    </message>
    <message>
        <source>It was taken back, or its connection ended.</source>
        <translation>Sie wurde zurückgenommen, oder ihre Verbindung endete.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationsPage</name>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Nothing is expected</source>
        <translation>Nichts wird erwartet</translation>
    </message>
    <message>
        <source>When a helper sees a connection announce another one, such as PORT or PASV in FTP, it makes an expectation, and the firewall lets that one connection through as related. Each shows here until it is matched or its time is over, and for a while after.</source>
        <translation>Wenn ein Helfer sieht, dass eine Verbindung eine andere ankündigt, wie PORT oder PASV in FTP, legt er eine Erwartung an, und die Firewall lässt diese eine Verbindung als zugehörig durch. Jede steht hier, bis sie erfüllt ist oder ihre Zeit abläuft, und noch eine Weile danach.</translation>
    </message>
    <message>
        <source>Filter expectations</source>
        <translation>Erwartungen filtern</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</translation>
    </message>
    <message>
        <source>Show the packets that announced it</source>
        <translation>Ankündigende Pakete zeigen</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>Verbindung zeigen</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>Hauptverbindung zeigen</translation>
    </message>
    <message>
        <source>%1 waiting, %2 matched, %3 expired, %4 evicted, %5 removed, %6 events lost</source>
        <translation>%1 wartend, %2 erfüllt, %3 abgelaufen, %4 verdrängt, %5 entfernt, %6 Ereignisse verloren</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>No connection is known that came of this expectation.</source>
        <translation>Es ist keine Verbindung bekannt, die aus dieser Erwartung hervorging.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FieldCheck</name>
    <message>
        <source>Give the helper a name.</source>
        <translation>Der Helfer braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has 1 to 15 of the characters A-Z a-z 0-9 . _ - and begins with a letter, a digit or _.</source>
        <translation>Ein Name hat 1 bis 15 der Zeichen A-Z a-z 0-9 . _ - und beginnt mit einem Buchstaben, einer Ziffer oder _.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.2.2, 10.0.0.0/24 or fd00::/64.</source>
        <translation>„%1“ ist keine Adresse. Möglich: 10.0.2.2, 10.0.0.0/24 oder fd00::/64.</translation>
    </message>
    <message>
        <source>%1 is a host in a network. Write %2/%3 for the network, or %4 for the host.</source>
        <translation>%1 ist ein Rechner in einem Netz. %2/%3 für das Netz schreiben oder %4 für den Rechner.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no interface name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>„%1“ ist kein Schnittstellenname: Er hat 1 bis 15 Buchstaben, Ziffern, . _ oder -.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>„%1“ sind keine Ports. Möglich: 21, oder 21, 2121, 8000-8010.</translation>
    </message>
    <message>
        <source>A rule has at most %1 ports and ranges. Make two rules of it.</source>
        <translation>Eine Regel hat höchstens %1 Ports und Bereiche. Zwei Regeln daraus machen.</translation>
    </message>
    <message>
        <source>%1 and %2 overlap. Write them as one range.</source>
        <translation>%1 und %2 überschneiden sich. Als einen Bereich schreiben.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FilterField</name>
    <message>
        <source>Fields: %1</source>
        <translation>Felder: %1</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>At character %1: %2.</source>
        <translation>Bei Zeichen %1: %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FindBar</name>
    <message>
        <source>Find in the script</source>
        <translation>Im Skript suchen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowModel</name>
    <message>
        <source>Not registered by Trackhand</source>
        <translation>Nicht von Trackhand registriert</translation>
    </message>
    <message>
        <source>In the direction in which the connection was opened</source>
        <translation>In der Richtung, in der die Verbindung geöffnet wurde</translation>
    </message>
    <message>
        <source>In the other direction</source>
        <translation>In der Gegenrichtung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Bytes →</source>
        <translation>Bytes →</translation>
    </message>
    <message>
        <source>Bytes ←</source>
        <translation>Bytes ←</translation>
    </message>
    <message>
        <source>Packets →</source>
        <translation>Pakete →</translation>
    </message>
    <message>
        <source>Packets ←</source>
        <translation>Pakete ←</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>expects %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>Addresses are translated: answers go from %1 to %2.</source>
        <translation>Adressen werden übersetzt: Antworten gehen von %1 nach %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>vor %1 beendet</translation>
    </message>
    <message>
        <source>established</source>
        <translation>aufgebaut</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>Nothing but its addresses is known, from what names it as its master: it ended before anybody looked, or its events were lost.</source>
        <translation>Bekannt sind nur ihre Adressen, durch das, was sie als Hauptverbindung nennt: Sie endete, bevor jemand hinsah, oder ihre Ereignisse gingen verloren.</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>Packets went both ways, so it is kept also when the table of connections is full.</source>
        <translation>Pakete gingen in beide Richtungen, darum bleibt sie auch bei voller Verbindungstabelle erhalten.</translation>
    </message>
    <message>
        <source>The other side has answered once.</source>
        <translation>Die andere Seite hat einmal geantwortet.</translation>
    </message>
    <message>
        <source>The other side has not answered.</source>
        <translation>Die andere Seite hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 It is forgotten in %2 if nothing more comes.</source>
        <translation>%1 Sie wird in %2 vergessen, wenn nichts mehr kommt.</translation>
    </message>
    <message>
        <source>Not counted yet: the kernel tells counts when it is asked and when a connection ends.</source>
        <translation>Noch nicht gezählt: Der Kernel nennt Zahlen auf Anfrage und am Ende einer Verbindung.</translation>
    </message>
    <message>
        <source>Not counted: net.netfilter.nf_conntrack_acct was off when this connection began. Once it is 1, connections that begin are counted.</source>
        <translation>Nicht gezählt: net.netfilter.nf_conntrack_acct war aus, als diese Verbindung begann. Sobald es 1 ist, werden neue Verbindungen gezählt.</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>It was there before anybody looked, first seen %1</source>
        <translation>Sie war schon da, bevor jemand hinsah, zuerst gesehen %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowTree</name>
    <message>
        <source>Flows</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>Verbindungen filtern</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>No flow yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Here would be the connections that a helper watches, what it expects on each of them, and the connections that came of it, with their bytes and packets. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>Hier stünden die Verbindungen, die ein Helfer beobachtet, was er auf jeder erwartet und die Verbindungen, die daraus hervorgingen, mit ihren Bytes und Paketen. Bisher kam keine: Läuft ein Helfer, gibt ihm eine Regel Verkehr, und gibt es Verkehr?</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>Helfer hinzufügen …</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>Pakete zeigen</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>Hauptverbindung zeigen</translation>
    </message>
    <message>
        <source>Show its expectation</source>
        <translation>Erwartung zeigen</translation>
    </message>
    <message>
        <source>Bytes and packets are not followed any more: asking for them again needs your password.</source>
        <translation>Bytes und Pakete werden nicht mehr verfolgt: Sie erneut abzufragen, verlangt Ihr Passwort.</translation>
    </message>
    <message>
        <source>%1 live, %2 expected, %3 events lost</source>
        <translation>%1 offen, %2 erwartet, %3 Ereignisse verloren</translation>
    </message>
    <message>
        <source>%1 more do not fit here</source>
        <translation>%1 weitere passen nicht hierher</translation>
    </message>
    <message>
        <source>The filter lets nothing through</source>
        <translation>Der Filter lässt nichts durch</translation>
    </message>
</context>
<context>
    <name>Trackhand::GoToBar</name>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>number or time, as 14:02:11.2</source>
        <translation>Nummer oder Zeit, etwa 14:02:11.2</translation>
    </message>
    <message>
        <source>That packet is not among those shown; this is the nearest.</source>
        <translation>Dieses Paket ist nicht unter den gezeigten; dies ist das nächste.</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation>%1 Pakete/s</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message>
        <source>Show %1 among the helpers (Enter)</source>
        <translation>%1 unter den Helfern zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>of another program</source>
        <translation>von anderem Programm</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>wartend %1</translation>
    </message>
    <message>
        <source>drops %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <source>restarts %1</source>
        <translation>Neustarts %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDetails</name>
    <message>
        <source>%1: at most %2 at a time, each for %3 s</source>
        <translation>%1: höchstens %2 zugleich, je %3 s</translation>
    </message>
    <message>
        <source>all as they come</source>
        <translation>alle, wie sie kommen</translation>
    </message>
    <message>
        <source>No helper selected</source>
        <translation>Kein Helfer ausgewählt</translation>
    </message>
    <message>
        <source>Choose one in the table to see its settings, what it has done, and why it may not be working.</source>
        <translation>Wählen Sie einen in der Tabelle, um zu sehen, wie er eingestellt ist, was er getan hat und warum er vielleicht nicht arbeitet.</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>Warum geht es nicht?</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Back to the details</source>
        <translation>Zurück zu den Details</translation>
    </message>
    <message>
        <source>Look at each link between the kernel and this helper&apos;s traffic (Ctrl+D)</source>
        <translation>Jedes Glied zwischen dem Kernel und dem Verkehr dieses Helfers prüfen (Strg+D)</translation>
    </message>
    <message>
        <source>Look at the chain again (Ctrl+D)</source>
        <translation>Die Kette erneut prüfen (Strg+D)</translation>
    </message>
    <message>
        <source>Show the helper&apos;s details (Esc)</source>
        <translation>Details des Helfers zeigen (Esc)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>Zeit bis zum Urteil</translation>
    </message>
    <message>
        <source>Another program registered this helper; it is shown and not touched. What it has judged, only that program knows.</source>
        <translation>Ein anderes Programm hat diesen Helfer registriert; er wird gezeigt und nicht angetastet. Was er beurteilt hat, weiß nur jenes Programm.</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 wartend</translation>
    </message>
    <message>
        <source>%1, %2 of %3 waiting</source>
        <translation>%1, %2 von %3 wartend</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message numerus="yes">
        <source>pid %1, restarted %n time(s)</source>
        <translation>
            <numerusform>pid %1, %n-mal neu gestartet</numerusform>
            <numerusform>pid %1, %n-mal neu gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 judged: %2 accepted, %3 dropped, %4 rewritten</source>
        <translation>%1 beurteilt: %2 angenommen, %3 verworfen, %4 umgeschrieben</translation>
    </message>
    <message>
        <source>%1 dropped by the kernel, %2 at the socket, %3 let through unjudged, %4 verdicts too late</source>
        <translation>%1 vom Kernel verworfen, %2 am Socket, %3 ohne Urteil durchgelassen, %4 Urteile zu spät</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2 in the last second</source>
        <translation>p50 %1, p99 %2 in der letzten Sekunde</translation>
    </message>
    <message>
        <source>%1 waiting, %2 made so far</source>
        <translation>%1 wartend, %2 bisher angelegt</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDiagnosis</name>
    <message numerus="yes">
        <source>%n rule(s) added.</source>
        <translation>
            <numerusform>%n Regel hinzugefügt.</numerusform>
            <numerusform>%n Regeln hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperEditor</name>
    <message>
        <source>&amp;Enabled</source>
        <translation>&amp;Aktiviert</translation>
    </message>
    <message>
        <source>&amp;Change %1</source>
        <translation>%1 än&amp;dern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>These three are fixed while rules name the helper or it runs: the kernel finds it by them. A helper that is disabled and has no rules can be given others with &quot;trackhandctl helper set %1&quot;; its name is for good.</source>
        <translation>Diese drei stehen fest, solange Regeln den Helfer nennen oder er läuft: Der Kernel findet ihn daran. Ein deaktivierter Helfer ohne Regeln kann mit „trackhandctl helper set %1“ andere erhalten; sein Name bleibt.</translation>
    </message>
    <message>
        <source> packets</source>
        <translation> Pakete</translation>
    </message>
    <message>
        <source>Queue length in packets</source>
        <translation>Länge der Warteschlange in Paketen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Expects</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>The classes and their names are the protocol&apos;s; the kernel takes other figures.</source>
        <translation>Die Klassen und ihre Namen gehören dem Protokoll; andere Zahlen nimmt der Kernel an.</translation>
    </message>
    <message>
        <source>Queue length</source>
        <translation>Länge der Warteschlange</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>This protocol has none.</source>
        <translation>Dieses Protokoll hat keine.</translation>
    </message>
    <message>
        <source>It is disabled, and rules name it: it takes other settings once it is enabled.</source>
        <translation>Er ist deaktiviert, und Regeln nennen ihn: Andere Einstellungen nimmt er erst an, wenn er aktiviert ist.</translation>
    </message>
    <message>
        <source>A change takes effect at once, with a new process, and is saved: what runs is what is saved.</source>
        <translation>Eine Änderung wirkt sofort, mit einem neuen Prozess, und wird gespeichert: Was läuft, ist das Gespeicherte.</translation>
    </message>
    <message>
        <source>Changing %1 …</source>
        <translation>%1 wird geändert …</translation>
    </message>
    <message>
        <source>Only a part was done: %1</source>
        <translation>Nur ein Teil wurde ausgeführt: %1</translation>
    </message>
    <message>
        <source>%1 stays as it was: %2</source>
        <translation>%1 bleibt, wie er war: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperModel</name>
    <message>
        <source>Registered by another program; shown read-only.</source>
        <translation>Von einem anderen Programm registriert; nur zum Lesen gezeigt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Transport protocols and IP versions</source>
        <translation>Transportprotokolle und IP-Versionen</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Number of the netfilter queue</source>
        <translation>Nummer der netfilter-Warteschlange</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Rules that give traffic to the helper</source>
        <translation>Regeln, die dem Helfer Verkehr geben</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Packets per second now</source>
        <translation>Aktuelle Pakete pro Sekunde</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>Packets since the helper was registered</source>
        <translation>Pakete seit Registrierung des Helfers</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>99 of 100 verdicts of the last second were faster</source>
        <translation>99 von 100 Urteilen der letzten Sekunde waren schneller</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>How often the helper process was started again</source>
        <translation>Wie oft der Helferprozess neu gestartet wurde</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Expectations that wait for their connection now</source>
        <translation>Erwartungen, die jetzt auf ihre Verbindung warten</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperText</name>
    <message>
        <source>foreign</source>
        <translation>fremd</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>startet neu</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 on every %2 port</source>
        <translation>%1 auf jedem %2-Port</translation>
    </message>
    <message>
        <source>%1 on %2 port %3</source>
        <translation>%1 auf %2-Port %3</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>arriving on %1</source>
        <translation>Eingang über %1</translation>
    </message>
    <message>
        <source>leaving by %1</source>
        <translation>Ausgang über %1</translation>
    </message>
    <message>
        <source>, through this machine and its own</source>
        <translation>, durchgeleitete und eigene Verbindungen</translation>
    </message>
    <message>
        <source>, this machine&apos;s own connections</source>
        <translation>, eigene Verbindungen dieses Rechners</translation>
    </message>
    <message>
        <source>, coming in from the network</source>
        <translation>, aus dem Netz kommend</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelpersPage</name>
    <message>
        <source>Helpers</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>startet neu</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>Noch kein Helfer</translation>
    </message>
    <message>
        <source>Here would be the helpers of this machine: which protocol each one watches, whether it runs, and how much it has to do. Adding one takes three steps.</source>
        <translation>Hier stünden die Helfer dieses Rechners: welches Protokoll jeder beobachtet, ob er läuft und wie viel er zu tun hat. Einen hinzuzufügen braucht drei Schritte.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>Helfer hinzufügen …</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>Warum geht es nicht?</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter helpers</source>
        <translation>Helfer filtern</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>What can be done with the selected helper</source>
        <translation>Was mit dem ausgewählten Helfer möglich ist</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1 was deleted, with %n rule(s).</source>
        <translation>
            <numerusform>%1 wurde gelöscht, mit %n Regel.</numerusform>
            <numerusform>%1 wurde gelöscht, mit %n Regeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>%1 ändern …</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexModel</name>
    <message>
        <source>byte %1: %2, %3</source>
        <translation>Byte %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexView</name>
    <message>
        <source>The packet&apos;s bytes</source>
        <translation>Bytes des Pakets</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>Expectations/s</source>
        <translation>Erwartungen/s</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Queue depth</source>
        <translation>Wartende Pakete</translation>
    </message>
    <message>
        <source>Drops/s</source>
        <translation>Verworfen/s</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryPanel</name>
    <message>
        <source>Packets per second</source>
        <translation>Pakete pro Sekunde</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>Zeit bis zum Urteil</translation>
    </message>
    <message>
        <source>Expectations per second</source>
        <translation>Erwartungen pro Sekunde</translation>
    </message>
    <message>
        <source>Queue depth and drops</source>
        <translation>Wartend und verworfen</translation>
    </message>
    <message>
        <source>Figures of the charts</source>
        <translation>Zahlen der Diagramme</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>dropped/s</source>
        <translation>verworfen/s</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryText</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
</context>
<context>
    <name>Trackhand::HitTestPane</name>
    <message>
        <source>&amp;Show the rule</source>
        <translation>Regel &amp;zeigen</translation>
    </message>
    <message>
        <source>comes from the network (prerouting)</source>
        <translation>kommt aus dem Netz (prerouting)</translation>
    </message>
    <message>
        <source>is sent by this machine (output)</source>
        <translation>dieser Rechner sendet es (output)</translation>
    </message>
    <message>
        <source>Where the packet is</source>
        <translation>Wo das Paket ist</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>Zielport</translation>
    </message>
    <message>
        <source>Rules look at the port a connection goes to, never at the one it comes from</source>
        <translation>Regeln sehen auf den Port, zu dem eine Verbindung geht, nie auf den, von dem sie kommt</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>Destination address</source>
        <translation>Zieladresse</translation>
    </message>
    <message>
        <source>none that a rule names</source>
        <translation>keine, die eine Regel nennt</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>The &amp;packet</source>
        <translation>Das &amp;Paket</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Na&amp;ch</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>to port</source>
        <translation>zu Port</translation>
    </message>
    <message>
        <source>Of several rules the first one counts: a connection keeps the helper it got with its first packet.</source>
        <translation>Von mehreren Regeln zählt die erste: Eine Verbindung behält den Helfer, den sie mit ihrem ersten Paket erhielt.</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>Ei&amp;ngang über</translation>
    </message>
    <message>
        <source>Leaving &amp;by</source>
        <translation>A&amp;usgang über</translation>
    </message>
    <message>
        <source>no packet yet</source>
        <translation>noch kein Paket</translation>
    </message>
    <message>
        <source>Write the two addresses of a packet, and its kind, to see which rule it meets.</source>
        <translation>Die zwei Adressen eines Pakets und seine Art angeben, um zu sehen, auf welche Regel es trifft.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.1.2 or fd00:1::2.</source>
        <translation>„%1“ ist keine Adresse. Möglich: 10.0.1.2 oder fd00:1::2.</translation>
    </message>
    <message>
        <source>The addresses are of two families; no packet has both.</source>
        <translation>Die Adressen gehören zu zwei Familien; kein Paket hat beide.</translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s) would take it too, but come later: %1.</source>
        <translation>
            <numerusform>%n andere Regel nähme es auch, kommt aber später: %1.</numerusform>
            <numerusform>%n andere Regeln nähmen es auch, kommen aber später: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Rule %1 gives this connection to %2.</source>
        <translation>Regel %1 gibt diese Verbindung an %2.</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>No rule takes it. The nearest is rule %1 of %2:</source>
        <translation>Keine Regel nimmt es. Die nächstliegende ist Regel %1 von %2:</translation>
    </message>
    <message>
        <source>There is no rule at all.</source>
        <translation>Es gibt noch gar keine Regel.</translation>
    </message>
</context>
<context>
    <name>Trackhand::HostView</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>To see Trackhand at work without touching this machine, run ./lab/up in its source tree: it starts a small virtual machine with a client, a router and a server, and opens this window on it.</source>
        <translation>Um Trackhand bei der Arbeit zu sehen, ohne diesen Rechner anzutasten, ./lab/up in seinem Quellbaum ausführen: Es startet eine kleine virtuelle Maschine mit Client, Router und Server und öffnet dieses Fenster darauf.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>kein Backend</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>nothing enabled</source>
        <translation>nichts aktiviert</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>This kernel cannot run user-space helpers</source>
        <translation>Dieser Kernel kann keine Helfer im Userspace ausführen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>No backend on this host</source>
        <translation>Kein Backend auf diesem Rechner</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No backend on this machine</source>
        <translation>Kein Backend auf diesem Rechner</translation>
    </message>
    <message>
        <source>Packets and expectations cannot be shown: %1</source>
        <translation>Pakete und Erwartungen können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>Reading the capture</source>
        <translation>Mitschnitt wird gelesen</translation>
    </message>
    <message>
        <source>capture, not whole</source>
        <translation>Mitschnitt, unvollständig</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>This connection is not among the flows: it ended a while ago, or nobody looked.</source>
        <translation>Diese Verbindung ist nicht in der Liste: Sie endete vor einer Weile, oder niemand sah hin.</translation>
    </message>
    <message>
        <source>This expectation is not in the list any more.</source>
        <translation>Diese Erwartung ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>No packets in this capture</source>
        <translation>Keine Pakete in diesem Mitschnitt</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) carry no IP and are not shown.</source>
        <translation>
            <numerusform>%n Rahmen trägt kein IP und wird nicht gezeigt.</numerusform>
            <numerusform>%n Rahmen tragen kein IP und werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The capture has more packets; the first %n are shown.</source>
        <translation>
            <numerusform>Der Mitschnitt hat mehr Pakete; das erste wird gezeigt.</numerusform>
            <numerusform>Der Mitschnitt hat mehr Pakete; die ersten %n werden gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bytes of the later ones do not fit into memory.</source>
        <translation>Die Bytes der späteren passen nicht in den Speicher.</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentList</name>
    <message>
        <source>59 min ago</source>
        <translation>vor 59 min</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary. What happens to helpers and rules is listed here: a process that died and was started again, a rule that another program had removed.</source>
        <translation>Nichts Ungewöhnliches. Was mit Helfern und Regeln geschieht, steht hier: ein Prozess, der endete und neu gestartet wurde, eine Regel, die ein anderes Programm entfernt hatte.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the helper or the rules that this is about (Enter)</source>
        <translation>Den Helfer oder die Regeln zeigen, um die es geht (Eingabe)</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Show the packets of the helper that this is about</source>
        <translation>Die Pakete des Helfers zeigen, um den es geht</translation>
    </message>
    <message>
        <source>Open the evidence</source>
        <translation>Beweise öffnen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweise</translation>
    </message>
    <message>
        <source>Open the packets that the helper process had before it when it died (%1)</source>
        <translation>Die Pakete öffnen, die der Helferprozess vor sich hatte, als er starb (%1)</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentModel</name>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>Trackhand::InstallBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Back to the version before, with %1; the present one is kept in its place</source>
        <translation>Zurück zur vorigen Fassung mit %1; die jetzige wird an ihrer Stelle aufbewahrt</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>kein Backend</translation>
    </message>
    <message>
        <source>Writing and running need none; installing does.</source>
        <translation>Schreiben und Ausführen brauchen keines, Installieren schon.</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>Das System wartet womöglich auf ein Passwort.</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>It can be installed once it is a helper.</source>
        <translation>Es lässt sich installieren, sobald es ein Helfer ist.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>%1; no helper runs it yet</source>
        <translation>%1; noch führt es kein Helfer aus</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>%1 läuft in %2</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>andere Fassung</translation>
    </message>
</context>
<context>
    <name>Trackhand::KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>add a helper</source>
        <translation>Helfer hinzufügen</translation>
    </message>
    <message>
        <source>filter; Ctrl+Space there offers what may follow</source>
        <translation>filtern; Strg+Leertaste bietet dort an, was folgen kann</translation>
    </message>
    <message>
        <source>pause, or press the button that has the focus</source>
        <translation>anhalten oder den Knopf mit dem Fokus drücken</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>diese Übersicht</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>charts as a table</source>
        <translation>Diagramme als Tabelle</translation>
    </message>
    <message>
        <source>read a chart point by point</source>
        <translation>Diagramm Punkt für Punkt lesen</translation>
    </message>
    <message>
        <source>Helpers and rules</source>
        <translation>Helfer und Regeln</translation>
    </message>
    <message>
        <source>why is this helper not working?</source>
        <translation>warum arbeitet dieser Helfer nicht?</translation>
    </message>
    <message>
        <source>add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>do a rule&apos;s change again</source>
        <translation>Regeländerung wiederholen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>follow the newest packet</source>
        <translation>dem neuesten Paket folgen</translation>
    </message>
    <message>
        <source>go to a number or a time</source>
        <translation>zu Nummer oder Zeit gehen</translation>
    </message>
    <message>
        <source>follow the connection, and back</source>
        <translation>der Verbindung folgen, und zurück</translation>
    </message>
    <message>
        <source>filter for the selected value</source>
        <translation>nach dem ausgewählten Wert filtern</translation>
    </message>
    <message>
        <source>filter the selected value out</source>
        <translation>den ausgewählten Wert ausfiltern</translation>
    </message>
    <message>
        <source>mark packets, or take the mark away</source>
        <translation>Pakete markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>next mark, mark before</source>
        <translation>nächste, vorige Markierung</translation>
    </message>
    <message>
        <source>copy packets, or marked bytes as text</source>
        <translation>Pakete kopieren, oder markierte Bytes als Text</translation>
    </message>
    <message>
        <source>copy marked bytes as digits</source>
        <translation>markierte Bytes als Ziffern kopieren</translation>
    </message>
    <message>
        <source>From packets, expectations and flows to each other</source>
        <translation>Zwischen Paketen, Erwartungen und Verbindungen</translation>
    </message>
    <message>
        <source>flow of the selected packet or expectation</source>
        <translation>Verbindung zum ausgewählten Paket oder zur Erwartung</translation>
    </message>
    <message>
        <source>connection it is expected by, or came from</source>
        <translation>Verbindung, die sie erwartet oder aus der sie kam</translation>
    </message>
    <message>
        <source>expectation of the selected flow</source>
        <translation>Erwartung der ausgewählten Verbindung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>change the selected one, or show its packets</source>
        <translation>ausgewähltes ändern oder seine Pakete zeigen</translation>
    </message>
    <message>
        <source>delete the selected one, or close the selected capture</source>
        <translation>ausgewähltes löschen oder Mitschnitt schließen</translation>
    </message>
    <message>
        <source>back to what was there before</source>
        <translation>zurück zu dem, was vorher da war</translation>
    </message>
    <message>
        <source>open a capture</source>
        <translation>Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>sort by the column, order of arrival</source>
        <translation>nach der Spalte ordnen, wie sie kamen</translation>
    </message>
    <message>
        <source>open the evidence of what happened</source>
        <translation>die Beweise zum Geschehenen öffnen</translation>
    </message>
    <message>
        <source>save the script, or the figures</source>
        <translation>Skript oder Zahlen speichern</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>run the script over the capture</source>
        <translation>Skript über den Mitschnitt laufen lassen</translation>
    </message>
    <message>
        <source>from the script to its results, and back</source>
        <translation>vom Skript zu den Ergebnissen und zurück</translation>
    </message>
    <message>
        <source>packet before, next packet</source>
        <translation>voriges Paket, nächstes Paket</translation>
    </message>
</context>
<context>
    <name>Trackhand::LatencyAxisTicker</name>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Trackhand::MainWindow</name>
    <message>
        <source>Hosts</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Trackhand</source>
        <translation>Trackhand</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Rechner hinzufügen …</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Rechner hinzufügen</translation>
    </message>
    <message>
        <source>A machine that ssh reaches without a password, with trackhandd on it:</source>
        <translation>Ein Rechner, den ssh ohne Passwort erreicht und auf dem trackhandd läuft:</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Close this capture</source>
        <translation>Diesen Mitschnitt schließen</translation>
    </message>
    <message>
        <source>Open capture…</source>
        <translation>Mitschnitt öffnen …</translation>
    </message>
    <message>
        <source>Packets from a pcap or pcapng file (Ctrl+O)</source>
        <translation>Pakete aus einer pcap- oder pcapng-Datei (Strg+O)</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>Mitschnitte (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Trackhand::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Trackhand::Notifier</name>
    <message>
        <source>Trackhand has failed</source>
        <translation>Trackhand ist ausgefallen</translation>
    </message>
    <message>
        <source>Trackhand needs attention</source>
        <translation>Trackhand braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to it in the same moment.</source>
        <translation>
            <numerusform>%n weiteres Ereignis im selben Moment.</numerusform>
            <numerusform>%n weitere Ereignisse im selben Moment.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>Zeigen, was geschah</translation>
    </message>
    <message>
        <source>Trackhand</source>
        <translation>Trackhand</translation>
    </message>
</context>
<context>
    <name>Trackhand::Options</name>
    <message>
        <source>Shows and manages connection-tracking helpers that run in user space.</source>
        <translation>Zeigt und verwaltet Conntrack-Helfer, die im Userspace laufen.</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>Die Bedeutung der Optionen ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>Die Version ausgeben und beenden.</translation>
    </message>
    <message>
        <source>The host to show: ssh://[user@]host[:port]. Default: this machine.</source>
        <translation>Der zu zeigende Rechner: ssh://[user@]host[:port]. Vorgabe: dieser Rechner.</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>A configuration file for ssh instead of the user&apos;s own.</source>
        <translation>Eine Konfigurationsdatei für ssh statt der eigenen.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open the window at a page, or at a helper there: packets, helpers/ftp.</source>
        <translation>Das Fenster auf einer Seite öffnen oder bei einem Helfer dort: packets, helpers/ftp.</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Write a picture of each page into this directory and end.</source>
        <translation>Ein Bild jeder Seite in dieses Verzeichnis schreiben und beenden.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Verzeichnis</translation>
    </message>
</context>
<context>
    <name>Trackhand::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>Noch kein Helfer</translation>
    </message>
    <message>
        <source>A helper watches one protocol and lets its related connections through: the data connections of FTP, the media streams of SIP. Its packets per second and what happens to it will show here.</source>
        <translation>Ein Helfer beobachtet ein Protokoll und lässt zugehörige Verbindungen durch: die Datenverbindungen von FTP, die Medienströme von SIP. Seine Pakete pro Sekunde und was mit ihm geschieht, stehen dann hier.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>Helfer hinzufügen …</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the figures of the charts as a table (Ctrl+T)</source>
        <translation>Die Zahlen der Diagramme als Tabelle zeigen (Strg+T)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Let charts and table stand still (Space)</source>
        <translation>Diagramme und Tabelle stehen lassen (Leertaste)</translation>
    </message>
    <message>
        <source>Whose past the charts show</source>
        <translation>Wessen Vergangenheit die Diagramme zeigen</translation>
    </message>
    <message>
        <source>How much of the past is shown</source>
        <translation>Wie viel der Vergangenheit gezeigt wird</translation>
    </message>
    <message>
        <source>How much of the past is shown; as much of it as there is</source>
        <translation>Wie viel der Vergangenheit gezeigt wird; so viel davon vorhanden ist</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>All helpers</source>
        <translation>Alle Helfer</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Save the figures that are shown as CSV (Ctrl+S)</source>
        <translation>Die gezeigten Zahlen als CSV speichern (Strg+S)</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketActions</name>
    <message>
        <source>Filter for this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Add this value to the filter</source>
        <translation>Diesen Wert zum Filter hinzufügen</translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation>Diesen Wert ausfiltern</translation>
    </message>
    <message>
        <source>Follow the connection</source>
        <translation>Der Verbindung folgen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this value as a filter</source>
        <translation>Diesen Wert als Filter kopieren</translation>
    </message>
    <message>
        <source>Back to the filter before</source>
        <translation>Zurück zum Filter davor</translation>
    </message>
    <message>
        <source>No packet that is shown is marked. %1 marks the selected one.</source>
        <translation>Kein gezeigtes Paket ist markiert. %1 markiert das ausgewählte.</translation>
    </message>
    <message>
        <source>This packet has no addresses that say which connection it belongs to.</source>
        <translation>Dieses Paket hat keine Adressen, die sagen, zu welcher Verbindung es gehört.</translation>
    </message>
    <message>
        <source>These are too many packets for the clipboard. &quot;Export&quot; writes any number into a file.</source>
        <translation>Das sind zu viele Pakete für die Zwischenablage. „Exportieren“ schreibt beliebig viele in eine Datei.</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte ordnen</translation>
    </message>
    <message>
        <source>In order of arrival</source>
        <translation>In der Reihenfolge der Ankunft</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketDecode</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>Lebensdauer (TTL)</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Length behind</source>
        <translation>Länge dahinter</translation>
    </message>
    <message>
        <source>Hop limit</source>
        <translation>Hop-Limit</translation>
    </message>
    <message>
        <source>Extension headers</source>
        <translation>Erweiterungsheader</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>not the first one: it has no ports</source>
        <translation>nicht das erste: ohne Ports</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>Protokoll %1</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>Quellport</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>Zielport</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>the first %1 of %2 bytes</source>
        <translation>die ersten %1 von %2 Byte</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>shorter than they claim to be</source>
        <translation>kürzer, als sie angeben</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>Conntrack</translation>
    </message>
    <message>
        <source>%1, %2 direction</source>
        <translation>%1, Richtung %2</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>in by number %1, out by number %2</source>
        <translation>Eingang Nummer %1, Ausgang Nummer %2</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>%1, id %2, EtherType 0x%3</source>
        <translation>%1, id %2, EtherType 0x%3</translation>
    </message>
    <message>
        <source>Helper %1</source>
        <translation>Helfer %1</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Saw</source>
        <translation>Sah</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>%1 on this connection</source>
        <translation>%1 auf dieser Verbindung</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not known: replayed from a capture</source>
        <translation>nicht bekannt: aus einem Mitschnitt abgespielt</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketExporter</name>
    <message>
        <source>Capture files</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>Kommagetrennte Werte</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>the right to read them was not asked for: select a packet and press &quot;Show the bytes&quot;</source>
        <translation>das Recht, sie zu lesen, wurde nicht erbeten: ein Paket auswählen und „Bytes zeigen“ drücken</translation>
    </message>
    <message>
        <source>they do not come through ssh</source>
        <translation>durch ssh kommen sie nicht</translation>
    </message>
    <message>
        <source>the capture has none of them</source>
        <translation>der Mitschnitt enthält keine davon</translation>
    </message>
    <message>
        <source>newer packets took their place, or nobody looked when they came</source>
        <translation>neuere Pakete nahmen ihren Platz ein, oder niemand sah hin, als sie kamen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Packets written</source>
        <translation>Geschriebene Pakete</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Nothing was written to %1.</source>
        <translation>Nach %1 wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Export packets</source>
        <translation>Pakete exportieren</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>The export to %1 is not done yet.</source>
        <translation>Der Export nach %1 ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Shown packets as capture file (pcapng)…</source>
        <translation>Gezeigte Pakete als Mitschnitt (pcapng) …</translation>
    </message>
    <message>
        <source>Shown packets as CSV…</source>
        <translation>Gezeigte Pakete als CSV …</translation>
    </message>
    <message>
        <source>Shown packets as JSON lines…</source>
        <translation>Gezeigte Pakete als JSON-Zeilen …</translation>
    </message>
    <message>
        <source>Selected packets as capture file (pcapng)…</source>
        <translation>Ausgewählte Pakete als Mitschnitt (pcapng) …</translation>
    </message>
    <message>
        <source>Selected packets as CSV…</source>
        <translation>Ausgewählte Pakete als CSV …</translation>
    </message>
    <message>
        <source>Selected packets as JSON lines…</source>
        <translation>Ausgewählte Pakete als JSON-Zeilen …</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) written to %1.</source>
        <translation>
            <numerusform>%n Paket nach %1 geschrieben.</numerusform>
            <numerusform>%n Pakete nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) went without bytes: %1.</source>
        <translation>
            <numerusform>%n Paket ging ohne Bytes: %1.</numerusform>
            <numerusform>%n Pakete gingen ohne Bytes: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n packet(s) only the first bytes were kept.</source>
        <translation>
            <numerusform>Von %n Paket wurden nur die ersten Bytes behalten.</numerusform>
            <numerusform>Von %n Paketen wurden nur die ersten Bytes behalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketModel</name>
    <message>
        <source>From reading the packet to its verdict, in microseconds</source>
        <translation>Vom Lesen des Pakets bis zu seinem Urteil, in Mikrosekunden</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>Ri.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Len</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>Conntrack</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>What the helper saw</source>
        <translation>Was der Helfer sah</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPane</name>
    <message>
        <source>No packet selected</source>
        <translation>Kein Paket ausgewählt</translation>
    </message>
    <message>
        <source>Choose one in the table to see what is in it, byte by byte.</source>
        <translation>Wählen Sie eines in der Tabelle, um Byte für Byte zu sehen, was es enthält.</translation>
    </message>
    <message>
        <source>The packet&apos;s fields</source>
        <translation>Felder des Pakets</translation>
    </message>
    <message>
        <source>Copy as hexadecimal digits</source>
        <translation>Als Hexadezimalziffern kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>The bytes are not shown</source>
        <translation>Die Bytes werden nicht gezeigt</translation>
    </message>
    <message>
        <source>Reading what is in other people&apos;s packets is a right of its own. The system may ask for a password.</source>
        <translation>Zu lesen, was in fremden Paketen steht, ist ein eigenes Recht. Das System fragt womöglich nach einem Passwort.</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>Bytes zeigen</translation>
    </message>
    <message>
        <source>Asking for the bytes</source>
        <translation>Die Bytes werden angefragt</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>Das System wartet womöglich auf ein Passwort.</translation>
    </message>
    <message>
        <source>The bytes may not be read</source>
        <translation>Die Bytes dürfen nicht gelesen werden</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>No bytes from another machine</source>
        <translation>Keine Bytes von einem anderen Rechner</translation>
    </message>
    <message>
        <source>This window gets no bytes through ssh. There, &quot;trackhandctl watch packets --pcapng FILE&quot; keeps them.</source>
        <translation>Dieses Fenster erhält durch ssh keine Bytes. Dort bewahrt „trackhandctl watch packets --pcapng FILE“ sie auf.</translation>
    </message>
    <message>
        <source>No bytes of this packet</source>
        <translation>Keine Bytes dieses Pakets</translation>
    </message>
    <message>
        <source>The backend keeps the bytes of the newest packets only, and only while somebody looks at them. Choose one that has come since.</source>
        <translation>Das Backend behält nur die Bytes der neuesten Pakete, und nur, solange jemand sie ansieht. Wählen Sie eines, das danach kam.</translation>
    </message>
    <message>
        <source>The capture has none of them.</source>
        <translation>Der Mitschnitt enthält keine davon.</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPlace</name>
    <message>
        <source>no packet is shown</source>
        <translation>kein Paket wird gezeigt</translation>
    </message>
    <message>
        <source>this is neither a packet&apos;s number nor a time such as 14:02:11.203 or 2026-01-02 14:02</source>
        <translation>das ist weder die Nummer eines Pakets noch eine Zeit wie 14:02:11.203 oder 2026-01-02 14:02</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketProfiles</name>
    <message>
        <source>the settings could not be kept in %1: is it yours, is there space, is it what Trackhand wrote?</source>
        <translation>die Einstellungen konnten nicht in %1 gespeichert werden: Gehört es Ihnen, ist Platz, ist es das, was Trackhand schrieb?</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketTreeModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketsPage</name>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keep back what arrives (Space)</source>
        <translation>Was ankommt, zurückhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay at the newest packet (F)</source>
        <translation>Beim neuesten Paket bleiben (F)</translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation>Noch kein Paket</translation>
    </message>
    <message>
        <source>Every packet that a helper judges shows here, with its verdict and what the helper saw in it. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>Jedes Paket, das ein Helfer beurteilt, steht hier, mit seinem Urteil und dem, was der Helfer darin sah. Bisher kam keines: Läuft ein Helfer, gibt ihm eine Regel Verkehr, und gibt es Verkehr?</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>Helfer hinzufügen …</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>Filter packets</source>
        <translation>Pakete filtern</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 lost</source>
        <translation>%1 von %2 gezeigt, %3 verloren</translation>
    </message>
    <message>
        <source>%1 kept back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>Verbindung zeigen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns, colours and profiles</source>
        <translation>Spalten, Farben und Profile</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write packets into a file</source>
        <translation>Pakete in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Only in order of arrival (Shift+S)</source>
        <translation>Nur in der Reihenfolge der Ankunft (Umschalt+S)</translation>
    </message>
    <message>
        <source>%1 to be sorted in</source>
        <translation>%1 noch einzuordnen</translation>
    </message>
    <message>
        <source>%1 not looked at</source>
        <translation>%1 nicht durchgesehen</translation>
    </message>
</context>
<context>
    <name>Trackhand::PlanText</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>every %1 connection</source>
        <translation>jede %1-Verbindung</translation>
    </message>
    <message>
        <source>%1 connections to ports %2</source>
        <translation>%1-Verbindungen auf den Ports %2</translation>
    </message>
    <message>
        <source>%1 connections to port %2</source>
        <translation>%1-Verbindungen auf Port %2</translation>
    </message>
    <message>
        <source>of servers behind this machine</source>
        <translation>zu Servern hinter diesem Rechner</translation>
    </message>
    <message>
        <source>of the server %1 behind this machine</source>
        <translation>zum Server %1 hinter diesem Rechner</translation>
    </message>
    <message>
        <source>from clients behind this machine</source>
        <translation>von Clients hinter diesem Rechner</translation>
    </message>
    <message>
        <source>from the clients %1 behind this machine</source>
        <translation>von den Clients %1 hinter diesem Rechner</translation>
    </message>
    <message>
        <source>that this machine opens or accepts</source>
        <translation>von und zu diesem Rechner</translation>
    </message>
    <message>
        <source>that this machine opens</source>
        <translation>von diesem Rechner aus</translation>
    </message>
    <message>
        <source>that this machine accepts</source>
        <translation>zu diesem Rechner</translation>
    </message>
    <message>
        <source>%1 will judge %2 %3</source>
        <translation>%1 beurteilt %2 %3</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, von %1</translation>
    </message>
    <message>
        <source>, to %1</source>
        <translation>, nach %1</translation>
    </message>
    <message>
        <source>, by the interface %1</source>
        <translation>, über die Schnittstelle %1</translation>
    </message>
    <message>
        <source>, arriving on %1</source>
        <translation>, Eingang über %1</translation>
    </message>
    <message>
        <source>, IPv6 only</source>
        <translation>, nur IPv6</translation>
    </message>
    <message>
        <source>, IPv4 only</source>
        <translation>, nur IPv4</translation>
    </message>
    <message>
        <source>%1 is every address. Name the network that is meant, or leave the field empty.</source>
        <translation>%1 ist jede Adresse. Das gemeinte Netz nennen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>This is wide: every packet of %1 takes the longer way through the helper. Name the ports, an address or an interface.</source>
        <translation>Das ist weit (%1): Jedes Paket nimmt den längeren Weg durch den Helfer. Die Ports, eine Adresse oder eine Schnittstelle nennen.</translation>
    </message>
    <message>
        <source>Any server is meant. If it is one of your own, its address in &quot;To&quot; keeps the others out.</source>
        <translation>Gemeint ist jeder Server. Ist es ein eigener, hält seine Adresse in „Nach“ die anderen fern.</translation>
    </message>
    <message>
        <source>Clients on every side are meant. Your network in &quot;From&quot;, or the interface it is on, keeps strangers out.</source>
        <translation>Gemeint sind Clients auf jeder Seite. Das eigene Netz in „Von“ oder seine Schnittstelle hält Fremde fern.</translation>
    </message>
    <message>
        <source>A helper has 1 to 4 expectation classes.</source>
        <translation>Ein Helfer hat 1 bis 4 Erwartungsklassen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no class name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>„%1“ ist kein Klassenname: Er hat 1 bis 15 Buchstaben, Ziffern, . _ oder -.</translation>
    </message>
    <message>
        <source>Two classes are called %1. Give each its own name.</source>
        <translation>Zwei Klassen heißen %1. Jede braucht einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The class %1 can expect 1 to 255 connections.</source>
        <translation>Die Klasse %1 kann 1 bis 255 Verbindungen erwarten.</translation>
    </message>
    <message>
        <source>The class %1 can wait 1 to %2 seconds.</source>
        <translation>Die Klasse %1 kann 1 bis %2 Sekunden warten.</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>IPv4, IPv6 oder beide wählen.</translation>
    </message>
    <message>
        <source>Choose tcp, udp or both.</source>
        <translation>tcp, udp oder beide wählen.</translation>
    </message>
    <message>
        <source>Choose the connections this machine opens, those it accepts, or both.</source>
        <translation>Verbindungen wählen, die dieser Rechner öffnet, die er annimmt, oder beide.</translation>
    </message>
    <message>
        <source>&quot;From&quot; and &quot;To&quot; are of different families. Write both as IPv4 or both as IPv6.</source>
        <translation>„Von“ und „Nach“ gehören zu verschiedenen Familien. Beide als IPv4 oder beide als IPv6 schreiben.</translation>
    </message>
    <message>
        <source>The address is IPv6. Tick IPv6 or leave the address out.</source>
        <translation>Die Adresse ist IPv6. IPv6 ankreuzen oder die Adresse weglassen.</translation>
    </message>
    <message>
        <source>The address is IPv4. Tick IPv4 or leave the address out.</source>
        <translation>Die Adresse ist IPv4. IPv4 ankreuzen oder die Adresse weglassen.</translation>
    </message>
</context>
<context>
    <name>Trackhand::PolicyTable</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Wait, s</source>
        <translation>Warten, s</translation>
    </message>
    <message>
        <source>Expected connections of one connection at a time, 1 to 255</source>
        <translation>Erwartete Verbindungen einer Verbindung zugleich, 1 bis 255</translation>
    </message>
    <message>
        <source>Seconds until an expected connection is no longer let in</source>
        <translation>Sekunden, nach denen eine erwartete Verbindung nicht mehr eingelassen wird</translation>
    </message>
    <message>
        <source>Expectation classes</source>
        <translation>Erwartungsklassen</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProfileMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>Farbregeln …</translation>
    </message>
    <message>
        <source>The profile %1 was replaced.</source>
        <translation>Das Profil %1 wurde ersetzt.</translation>
    </message>
    <message>
        <source>The profile %1 keeps columns, colours and the filter.</source>
        <translation>Das Profil %1 behält Spalten, Farben und den Filter.</translation>
    </message>
    <message>
        <source>The profile %1 was deleted.</source>
        <translation>Das Profil %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>Spalten wie zu Beginn</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Save as a new profile…</source>
        <translation>Als neues Profil speichern …</translation>
    </message>
    <message>
        <source>Keep the filter in this profile</source>
        <translation>Filter in diesem Profil behalten</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>Dieses Profil löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>A name for these columns, colours and this filter:</source>
        <translation>Ein Name für diese Spalten, Farben und diesen Filter:</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>Ein Profil braucht einen Namen.</translation>
    </message>
    <message>
        <source>Keep %1 packets…</source>
        <translation>%1 Pakete behalten …</translation>
    </message>
    <message>
        <source>Packets to keep</source>
        <translation>Pakete, die bleiben</translation>
    </message>
    <message>
        <source>The table keeps so many of the newest packets. A million takes 60 to 100 MB of memory.</source>
        <translation>So viele der neuesten Pakete behält die Tabelle. Eine Million braucht 60 bis 100 MB Speicher.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolList</name>
    <message>
        <source>%1 port %2</source>
        <translation>%1-Port %2</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Observe any traffic</source>
        <translation>Beliebigen Verkehr beobachten</translation>
    </message>
    <message>
        <source>module, %1</source>
        <extracomment>In front: a helper that is code of the host&apos;s own, not a built-in one. %1 is its traffic, like &quot;tcp port 7000&quot;.</extracomment>
        <translation>Modul, %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolStep</name>
    <message>
        <source>Search by name, port or what it does</source>
        <translation>Nach Name, Port oder Zweck suchen</translation>
    </message>
    <message>
        <source>Search the protocols</source>
        <translation>Protokolle durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Name of the helper</source>
        <translation>&amp;Name des Helfers</translation>
    </message>
    <message>
        <source>Reading the protocols of the backend …</source>
        <translation>Protokolle des Backends werden gelesen …</translation>
    </message>
    <message>
        <source>registered by another program</source>
        <translation>von einem anderen Programm registriert</translation>
    </message>
    <message>
        <source>added already</source>
        <translation>bereits hinzugefügt</translation>
    </message>
    <message>
        <source>The protocols could not be read: %1</source>
        <translation>Die Protokolle konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>All of these are added already. Search for another one.</source>
        <translation>Diese sind alle bereits hinzugefügt. Nach einem anderen suchen.</translation>
    </message>
    <message>
        <source>A helper called %1 is there already. Give this one another name.</source>
        <translation>Einen Helfer namens %1 gibt es schon. Diesem einen anderen Namen geben.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RecordButton</name>
    <message>
        <source>There is no helper</source>
        <translation>Es gibt keinen Helfer</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>Kein Backend</translation>
    </message>
    <message>
        <source>Record what %1 sees</source>
        <translation>Aufzeichnen, was %1 sieht</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng)</source>
        <translation>Mitschnitte (*.pcapng)</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>Nichts wird aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded: the bytes of packets do not come through ssh. On that machine: trackhandctl watch packets --helper %1 --pcapng FILE</source>
        <translation>Nichts wird aufgezeichnet: Die Bytes der Pakete kommen nicht durch ssh. Auf jenem Rechner: trackhandctl watch packets --helper %1 --pcapng FILE</translation>
    </message>
    <message>
        <source>%1 saw no packet meanwhile. Nothing was written.</source>
        <translation>%1 hat in dieser Zeit kein Paket gesehen. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) recorded.</source>
        <translation>
            <numerusform>%n Paket aufgezeichnet.</numerusform>
            <numerusform>%n Pakete aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>It is full: more is not kept.</source>
        <translation>Sie ist voll: Mehr wird nicht behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without bytes.</source>
        <translation>
            <numerusform>%n davon ohne Bytes.</numerusform>
            <numerusform>%n davon ohne Bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cut short.</source>
        <translation>
            <numerusform>%n davon gekürzt.</numerusform>
            <numerusform>%n davon gekürzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came too fast or while the window was hidden.</source>
        <translation>
            <numerusform>%n weiteres kam zu schnell oder während das Fenster verborgen war.</numerusform>
            <numerusform>%n weitere kamen zu schnell oder während das Fenster verborgen war.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop (%1)</source>
        <translation>Stopp (%1)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>Stop recording what %1 sees, and run the script over it</source>
        <translation>Nicht mehr aufzeichnen, was %1 sieht, und das Skript darüber laufen lassen</translation>
    </message>
    <message>
        <source>Record what a helper sees while the window is shown, at most 200,000 packets or 64 MiB</source>
        <translation>Aufzeichnen, was ein Helfer sieht, solange das Fenster gezeigt wird, höchstens 200.000 Pakete oder 64 MiB</translation>
    </message>
</context>
<context>
    <name>Trackhand::ResultTables</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Packets that the script saw</source>
        <translation>Pakete, die das Skript gesehen hat</translation>
    </message>
    <message>
        <source>What the script expected</source>
        <translation>Was das Skript erwartet hat</translation>
    </message>
    <message>
        <source>Connections, and those that were expected on them</source>
        <translation>Verbindungen und die darauf erwarteten</translation>
    </message>
    <message>
        <source>Packets at which the script came to an early end</source>
        <translation>Pakete, bei denen das Skript vorzeitig endete</translation>
    </message>
    <message>
        <source>What changed since the last run</source>
        <translation>Was sich seit dem letzten Lauf geändert hat</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>Zur Zeile gehen</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>Nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>After the second run over the same capture, what it does otherwise than the one before stands here.</source>
        <translation>Nach dem zweiten Lauf über denselben Mitschnitt steht hier, was er anders macht als der vorige.</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message>
        <source>This run did exactly what the last one did.</source>
        <translation>Dieser Lauf tat genau dasselbe wie der letzte.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Trackhand::ReviewStep</name>
    <message>
        <source>Queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>First free queue</source>
        <translation>Erste freie Warteschlange</translation>
    </message>
    <message>
        <source>expects %1 × %2 for %3 s</source>
        <translation>erwartet %1 × %2, je %3 s</translation>
    </message>
    <message>
        <source>&amp;nftables</source>
        <translation>&amp;nftables</translation>
    </message>
    <message>
        <source>n&amp;fct and iptables</source>
        <translation>n&amp;fct und iptables</translation>
    </message>
    <message>
        <source>&amp;trackhandctl</source>
        <translation>&amp;trackhandctl</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>Den gezeigten Text kopieren</translation>
    </message>
    <message>
        <source>Asking the backend for the rules …</source>
        <translation>Regeln werden vom Backend erfragt …</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>Das Backend nimmt diese Regel nicht an: %1</translation>
    </message>
    <message>
        <source>Change &amp;it</source>
        <translation>Än&amp;dern</translation>
    </message>
    <message>
        <source>Registering %1 …</source>
        <translation>%1 wird registriert …</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>Die Regel wird hinzugefügt …</translation>
    </message>
    <message>
        <source>Starting %1 …</source>
        <translation>%1 wird gestartet …</translation>
    </message>
    <message>
        <source>Taking it back …</source>
        <translation>Wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 could not be registered: %2</source>
        <translation>%1 konnte nicht registriert werden: %2</translation>
    </message>
    <message>
        <source>The rule could not be added: %1</source>
        <translation>Die Regel konnte nicht hinzugefügt werden: %1</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It could not be taken back either (%1): delete %2 on the Helpers page.</source>
        <translation>Zurückgenommen werden konnte es auch nicht (%1): %2 auf der Seite „Helfer“ löschen.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleAdvisor</name>
    <message>
        <source>Choose the helper that shall get this traffic.</source>
        <translation>Den Helfer wählen, der diesen Verkehr erhalten soll.</translation>
    </message>
    <message>
        <source>Choose at least one of the two.</source>
        <translation>Mindestens eines der beiden wählen.</translation>
    </message>
    <message>
        <source>A rule has one interface only. Make two rules.</source>
        <translation>Eine Regel hat nur eine Schnittstelle. Zwei Regeln anlegen.</translation>
    </message>
    <message>
        <source>Own packets arrive on none: choose prerouting alone, or leave this empty.</source>
        <translation>Eigene Pakete kommen über keine an: nur prerouting wählen oder dies leer lassen.</translation>
    </message>
    <message>
        <source>Forwarded packets choose theirs later: choose output alone, or leave this empty.</source>
        <translation>Weitergeleitete Pakete wählen ihre später: nur output wählen oder dies leer lassen.</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>IPv4, IPv6 oder beide wählen.</translation>
    </message>
    <message>
        <source>This is %1, and &quot;From&quot; is %2.</source>
        <translation>Dies ist %1, und „Von“ ist %2.</translation>
    </message>
    <message>
        <source>This is %1: choose it below, too.</source>
        <translation>Dies ist %1: unten ebenfalls wählen.</translation>
    </message>
    <message>
        <source>Nobody has registered %1: the kernel will load a helper of its own by this name, if it has one.</source>
        <translation>Niemand hat %1 registriert: Der Kernel lädt einen eigenen Helfer dieses Namens, falls er einen hat.</translation>
    </message>
    <message>
        <source>%1 is registered for %2 alone.</source>
        <translation>%1 ist nur für %2 registriert.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 is not registered for %2.</source>
        <translation>%1 ist nicht für %2 registriert.</translation>
    </message>
    <message>
        <source>This is every address. Name the network that is meant.</source>
        <translation>Das ist jede Adresse. Das gemeinte Netz nennen.</translation>
    </message>
    <message>
        <source>Wide: each packet of all these connections takes the longer way. Name the ports.</source>
        <translation>Weit: Jedes Paket all dieser Verbindungen nimmt den längeren Weg. Die Ports nennen.</translation>
    </message>
    <message>
        <source>Strangers too may have ports opened. Name your network, or the interface it is on.</source>
        <translation>Auch Fremde können Ports öffnen lassen. Das eigene Netz oder seine Schnittstelle nennen.</translation>
    </message>
    <message>
        <source>Or name the server, if it is one of your own.</source>
        <translation>Oder den Server nennen, wenn es ein eigener ist.</translation>
    </message>
    <message>
        <source>Any server is meant. Name it, if there is only one.</source>
        <translation>Gemeint ist jeder Server. Ihn nennen, wenn es nur einer ist.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleColors</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleCommands</name>
    <message>
        <source>
# rule %1
</source>
        <translation>
# Regel %1
</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleDeed</name>
    <message>
        <source>add rule %1 of %2</source>
        <translation>Regel %1 von %2 hinzufügen</translation>
    </message>
    <message>
        <source>change rule %1 of %2</source>
        <translation>Regel %1 von %2 ändern</translation>
    </message>
    <message>
        <source>delete rule %1 of %2</source>
        <translation>Regel %1 von %2 löschen</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was added.</source>
        <translation>Regel %1 von %2 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was changed.</source>
        <translation>Regel %1 von %2 wurde geändert.</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was deleted.</source>
        <translation>Regel %1 von %2 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleEditor</name>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Change rule %1 of %2</source>
        <translation>Regel %1 von %2 ändern</translation>
    </message>
    <message>
        <source>&amp;Change rule</source>
        <translation>Regel än&amp;dern</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>Regel hin&amp;zufügen</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>Das Backend nimmt diese Regel nicht an: %1</translation>
    </message>
    <message>
        <source>&amp;Begin with…</source>
        <translation>&amp;Beginnen mit …</translation>
    </message>
    <message>
        <source>Rules that many people need, to be made narrower</source>
        <translation>Regeln, die viele brauchen, zum Einengen</translation>
    </message>
    <message>
        <source>The rule keeps its number and its place; its counters begin anew. Connections that exist keep the helper they have.</source>
        <translation>Die Regel behält Nummer und Platz; ihre Zähler beginnen neu. Bestehende Verbindungen behalten ihren Helfer.</translation>
    </message>
    <message>
        <source>New connections get the helper; those that exist already stay as they are.</source>
        <translation>Neue Verbindungen erhalten den Helfer; bestehende bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Changing the rule …</source>
        <translation>Die Regel wird geändert …</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>Die Regel wird hinzugefügt …</translation>
    </message>
    <message>
        <source>The rule stays as it was: %1</source>
        <translation>Die Regel bleibt, wie sie war: %1</translation>
    </message>
    <message>
        <source>The rule was not added: %1</source>
        <translation>Die Regel wurde nicht hinzugefügt: %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleForm</name>
    <message>
        <source>&amp;every port</source>
        <translation>&amp;jeder Port</translation>
    </message>
    <message>
        <source>p&amp;rerouting</source>
        <translation>p&amp;rerouting</translation>
    </message>
    <message>
        <source>&amp;output</source>
        <translation>&amp;output</translation>
    </message>
    <message>
        <source>arriving on any</source>
        <translation>Eingang: beliebig</translation>
    </message>
    <message>
        <source>leaving by any</source>
        <translation>Ausgang: beliebig</translation>
    </message>
    <message>
        <source>&amp;Helper</source>
        <translation>&amp;Helfer</translation>
    </message>
    <message>
        <source>Trans&amp;port</source>
        <translation>&amp;Transport</translation>
    </message>
    <message>
        <source>Port&amp;s</source>
        <translation>&amp;Ports</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Na&amp;ch</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>Hooks</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>Schn&amp;ittstelle</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Destination ports</source>
        <translation>Zielports</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>Zielports und -bereiche: 21, 2121, 8000-8010</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jede Adresse</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>Woher Verbindungen kommen: eine Adresse oder ein Netz, 10.0.1.0/24</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>Wohin Verbindungen gehen: eine Adresse oder ein Netz, 10.0.2.2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>What comes from the network, for this machine or through it</source>
        <translation>Was aus dem Netz kommt, für diesen Rechner oder durch ihn hindurch</translation>
    </message>
    <message>
        <source>What this machine sends itself</source>
        <translation>Was dieser Rechner selbst sendet</translation>
    </message>
    <message>
        <source>Interface on which packets arrive</source>
        <translation>Schnittstelle, über die Pakete ankommen</translation>
    </message>
    <message>
        <source>The interface on which packets arrive; prerouting knows it</source>
        <translation>Die Schnittstelle, über die Pakete ankommen; prerouting kennt sie</translation>
    </message>
    <message>
        <source>Interface by which packets leave</source>
        <translation>Schnittstelle, über die Pakete abgehen</translation>
    </message>
    <message>
        <source>The interface by which packets leave; output knows it</source>
        <translation>Die Schnittstelle, über die Pakete abgehen; output kennt sie</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jeder Port</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1, wie üblich</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHistory</name>
    <message>
        <source>not connected yet</source>
        <translation>noch nicht verbunden</translation>
    </message>
    <message>
        <source>rule %1 has been deleted meanwhile</source>
        <translation>Regel %1 wurde inzwischen gelöscht</translation>
    </message>
    <message>
        <source>another change is under way; try again when it has ended</source>
        <translation>eine andere Änderung läuft; danach erneut versuchen</translation>
    </message>
    <message>
        <source>the rule has been deleted meanwhile</source>
        <translation>die Regel wurde inzwischen gelöscht</translation>
    </message>
    <message>
        <source>the rule has been changed meanwhile</source>
        <translation>die Regel wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Rückgängig gemacht: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Wiederholt: %1.</translation>
    </message>
    <message>
        <source>Could not undo &quot;%1&quot;: %2.</source>
        <translation>„%1“ konnte nicht rückgängig gemacht werden: %2.</translation>
    </message>
    <message>
        <source>Could not redo &quot;%1&quot;: %2.</source>
        <translation>„%1“ konnte nicht wiederholt werden: %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHitText</name>
    <message>
        <source>The packet comes from the network; the rule is for what this machine sends.</source>
        <translation>Das Paket kommt aus dem Netz; die Regel gilt für das, was dieser Rechner sendet.</translation>
    </message>
    <message>
        <source>This machine sends the packet; the rule is for what comes from the network.</source>
        <translation>Dieser Rechner sendet das Paket; die Regel gilt für das, was aus dem Netz kommt.</translation>
    </message>
    <message>
        <source>The packet&apos;s interface is not said; the rule is for %1.</source>
        <translation>Die Schnittstelle des Pakets ist nicht angegeben; die Regel gilt für %1.</translation>
    </message>
    <message>
        <source>The packet arrives on %1; the rule is for %2.</source>
        <translation>Das Paket kommt über %1 an; die Regel gilt für %2.</translation>
    </message>
    <message>
        <source>The packet leaves by %1; the rule is for %2.</source>
        <translation>Das Paket geht über %1 ab; die Regel gilt für %2.</translation>
    </message>
    <message>
        <source>The packet is IPv6; the rule is for IPv4.</source>
        <translation>Das Paket ist IPv6; die Regel gilt für IPv4.</translation>
    </message>
    <message>
        <source>The packet is IPv4; the rule is for IPv6.</source>
        <translation>Das Paket ist IPv4; die Regel gilt für IPv6.</translation>
    </message>
    <message>
        <source>The packet comes from %1; the rule is for %2.</source>
        <translation>Das Paket kommt von %1; die Regel gilt für %2.</translation>
    </message>
    <message>
        <source>The packet goes to %1; the rule is for %2.</source>
        <translation>Das Paket geht nach %1; die Regel gilt für %2.</translation>
    </message>
    <message>
        <source>The packet is %1; the rule is for %2.</source>
        <translation>Das Paket ist %1; die Regel gilt für %2.</translation>
    </message>
    <message>
        <source>The packet goes to port %1; the rule is for %2.</source>
        <translation>Das Paket geht zu Port %1; die Regel gilt für %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleModel</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any on %1</source>
        <translation>beliebig über %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Helfer</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>Hooks</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1, every port</source>
        <translation>%1, jeder Port</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>%1-Port %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulePreviewPane</name>
    <message>
        <source>The rule in nftables&apos; words</source>
        <translation>Die Regel in den Worten von nftables</translation>
    </message>
    <message>
        <source>iptables commands that say the same</source>
        <translation>iptables-Befehle, die dasselbe sagen</translation>
    </message>
    <message>
        <source>&amp;nftables</source>
        <translation>&amp;nftables</translation>
    </message>
    <message>
        <source>iptab&amp;les</source>
        <translation>iptab&amp;les</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>Den gezeigten Text kopieren</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleTemplates</name>
    <message>
        <source>FTP server behind this router</source>
        <translation>FTP-Server hinter diesem Router</translation>
    </message>
    <message>
        <source>FTP clients behind this router</source>
        <translation>FTP-Clients hinter diesem Router</translation>
    </message>
    <message>
        <source>FTP from this machine</source>
        <translation>FTP von diesem Rechner</translation>
    </message>
    <message>
        <source>SIP phones in the LAN</source>
        <translation>SIP-Telefone im LAN</translation>
    </message>
    <message>
        <source>H.323 phones in the LAN</source>
        <translation>H.323-Telefone im LAN</translation>
    </message>
    <message>
        <source>TFTP boot server</source>
        <translation>TFTP-Bootserver</translation>
    </message>
    <message>
        <source>RTSP cameras and players</source>
        <translation>RTSP-Kameras und -Player</translation>
    </message>
    <message>
        <source>IRC clients that send files</source>
        <translation>IRC-Clients, die Dateien senden</translation>
    </message>
    <message>
        <source>PPTP clients behind this router</source>
        <translation>PPTP-Clients hinter diesem Router</translation>
    </message>
    <message>
        <source>Windows names looked up from this machine</source>
        <translation>Windows-Namenssuche von diesem Rechner</translation>
    </message>
    <message>
        <source>Printers and speakers found from this machine (mDNS)</source>
        <translation>Drucker- und Lautsprechersuche von diesem Rechner (mDNS)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Noch keine Regel</translation>
    </message>
    <message>
        <source>A helper sees only the traffic that a rule gives to it. Rules live in a table of their own, &quot;inet trackhand&quot;; nothing else of your firewall is touched. Adding a helper makes its rules, too.</source>
        <translation>Ein Helfer sieht nur den Verkehr, den eine Regel ihm gibt. Regeln stehen in einer eigenen Tabelle, „inet trackhand“; sonst wird nichts an der Firewall angetastet. Wer einen Helfer hinzufügt, erhält auch dessen Regeln.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>Helfer hinzufügen …</translation>
    </message>
    <message>
        <source>Delete rule %1</source>
        <translation>Regel %1 löschen</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>Regel hinzufügen …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>What can be done with the selected rule</source>
        <translation>Was mit der ausgewählten Regel möglich ist</translation>
    </message>
    <message>
        <source>Change rule %1…</source>
        <translation>Regel %1 ändern …</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: %1 (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Give a helper more traffic (Ctrl+R)</source>
        <translation>Einem Helfer mehr Verkehr geben (Strg+R)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPanes</name>
    <message>
        <source>The rule as nftables has it</source>
        <translation>Die Regel, wie nftables sie hat</translation>
    </message>
    <message>
        <source>The table inet trackhand as nftables lists it</source>
        <translation>Die Tabelle inet trackhand, wie nftables sie auflistet</translation>
    </message>
    <message>
        <source>nfct and iptables commands that do the same</source>
        <translation>nfct- und iptables-Befehle, die dasselbe tun</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>Diese Regel</translation>
    </message>
    <message>
        <source>Whole table</source>
        <translation>Ganze Tabelle</translation>
    </message>
    <message>
        <source>nfct and iptables</source>
        <translation>nfct und iptables</translation>
    </message>
    <message>
        <source>Which rule?</source>
        <translation>Welche Regel?</translation>
    </message>
    <message>
        <source>The nftables table &quot;inet trackhand&quot; as the kernel has it now, with its counters</source>
        <translation>Die nftables-Tabelle „inet trackhand“, wie der Kernel sie jetzt hat, mit ihren Zählern</translation>
    </message>
    <message>
        <source>What would do the same by hand, without Trackhand</source>
        <translation>Was von Hand dasselbe täte, ohne Trackhand</translation>
    </message>
    <message>
        <source>Which rule would this packet meet?</source>
        <translation>Auf welche Regel träfe dieses Paket?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>Den gezeigten Text kopieren</translation>
    </message>
    <message>
        <source># There is no table &quot;inet trackhand&quot; yet.</source>
        <translation># Noch gibt es keine Tabelle „inet trackhand“.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPacketModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Of the script, from 1</source>
        <translation>Des Skripts, ab 1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPane</name>
    <message>
        <source>Capture…</source>
        <translation>Mitschnitt…</translation>
    </message>
    <message>
        <source>Run after saving</source>
        <translation>Nach dem Speichern ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The pcap or pcapng file that the script runs over; it can be dropped here, too</source>
        <translation>Die pcap- oder pcapng-Datei, über die das Skript läuft; sie lässt sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Run again each time the script was saved</source>
        <translation>Nach jedem Speichern des Skripts erneut ausführen</translation>
    </message>
    <message>
        <source>How much of the capture was read</source>
        <translation>Wie viel vom Mitschnitt gelesen ist</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Den Lauf abbrechen</translation>
    </message>
    <message>
        <source>Capture for the script</source>
        <translation>Mitschnitt für das Skript</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>Mitschnitte (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No capture yet</source>
        <translation>Noch kein Mitschnitt</translation>
    </message>
    <message>
        <source>A helper is written against a capture, because a capture says the same thing every time. Choose a pcap or pcapng file, or drop one here; then run the script over it.</source>
        <translation>Ein Helfer entsteht an einem Mitschnitt, weil ein Mitschnitt jedes Mal dasselbe sagt. Wählen Sie eine pcap- oder pcapng-Datei oder ziehen Sie eine hierher; dann lassen Sie das Skript darüber laufen.</translation>
    </message>
    <message>
        <source>Choose a capture…</source>
        <translation>Mitschnitt wählen…</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>Run the script (F5) to see what it does with this capture.</source>
        <translation>Führen Sie das Skript aus (F5), um zu sehen, was es mit diesem Mitschnitt macht.</translation>
    </message>
    <message>
        <source>The script cannot run</source>
        <translation>Das Skript kann nicht laufen</translation>
    </message>
    <message>
        <source>The capture cannot be read</source>
        <translation>Der Mitschnitt ist nicht lesbar</translation>
    </message>
    <message>
        <source>The script saw no packet</source>
        <translation>Das Skript hat kein Paket gesehen</translation>
    </message>
    <message>
        <source>Of the frames in this capture none belongs to a connection of the protocols and ports that the script&apos;s table names. Frames: %1.</source>
        <translation>Kein Rahmen dieses Mitschnitts gehört zu einer Verbindung mit den Protokollen und Ports, die die Tabelle des Skripts nennt. Rahmen: %1.</translation>
    </message>
    <message>
        <source>Choose another capture…</source>
        <translation>Anderen Mitschnitt wählen…</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Rahmen</numerusform>
            <numerusform>%n Rahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) judged</source>
        <translation>
            <numerusform>%n Paket beurteilt</numerusform>
            <numerusform>%n Pakete beurteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <translation>
            <numerusform>%n erwartet</numerusform>
            <numerusform>%n erwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n erfüllt</numerusform>
            <numerusform>%n erfüllt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>The script has changed since this run.</source>
        <translation>Das Skript hat sich seit diesem Lauf geändert.</translation>
    </message>
</context>
<context>
    <name>Trackhand::Screenshots</name>
    <message>
        <source>trackhand: could not write %1: is the directory writable?</source>
        <translation>trackhand: %1 konnte nicht geschrieben werden: Ist das Verzeichnis beschreibbar?</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptDocument</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>it is a folder, a pipe or a device</source>
        <translation>es ist ein Ordner, eine Pipe oder ein Gerät</translation>
    </message>
    <message>
        <source>a script has at most 256 KiB</source>
        <translation>ein Skript hat höchstens 256 KiB</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>es ist kein Text in UTF-8</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptEditor</name>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptPane</name>
    <message>
        <source>helper %1 for %2</source>
        <translation>Helfer %1 für %2</translation>
    </message>
    <message>
        <source>helper %1 for %2 %3</source>
        <translation>Helfer %1 für %2 %3</translation>
    </message>
    <message>
        <source>Another program has changed this file.</source>
        <translation>Ein anderes Programm hat diese Datei geändert.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Behalten, was hier steht</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>Lua-Skripte (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>Rahmen %1: %2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>not yet a helper</source>
        <translation>noch kein Helfer</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Another program has changed %1; it was read again.</source>
        <translation>Ein anderes Programm hat %1 geändert; es wurde neu gelesen.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptRun</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>%1 ist kein Mitschnitt, sondern ein Ordner, eine Pipe oder ein Gerät</translation>
    </message>
</context>
<context>
    <name>Trackhand::SearchBar</name>
    <message>
        <source>Looking through the packets</source>
        <translation>Die Pakete werden durchgesehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Packets looked at</source>
        <translation>Durchgesehene Pakete</translation>
    </message>
    <message>
        <source>Cancel filtering and sorting</source>
        <translation>Filtern und Ordnen abbrechen</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeAxisTicker</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>-%1 s</source>
        <translation>-%1 s</translation>
    </message>
    <message>
        <source>-%1 min</source>
        <translation>-%1 min</translation>
    </message>
    <message>
        <source>-%1 h</source>
        <translation>-%1 h</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeChart</name>
    <message>
        <source>No packet was judged in this time.</source>
        <translation>In dieser Zeit wurde kein Paket beurteilt.</translation>
    </message>
    <message>
        <source>Nothing was counted in this time.</source>
        <translation>In dieser Zeit wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>%1: %2 now, %3 at most in the last %4</source>
        <translation>%1: jetzt %2, höchstens %3 in den letzten %4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::TopologyPicture</name>
    <message>
        <source>Picture of the traffic that is meant</source>
        <translation>Bild des gemeinten Verkehrs</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>Ihr Netz</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayIcon</name>
    <message>
        <source>Trackhand: %1</source>
        <translation>Trackhand: %1</translation>
    </message>
    <message>
        <source>&amp;Open Trackhand</source>
        <translation>Trackhand ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Disable %1 (%2)</source>
        <translation>%1 deaktivieren (%2)</translation>
    </message>
    <message>
        <source>Enable %1 (%2)</source>
        <translation>%1 aktivieren (%2)</translation>
    </message>
    <message>
        <source>%1 could not be enabled: %2</source>
        <translation>%1 konnte nicht aktiviert werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be disabled: %2</source>
        <translation>%1 konnte nicht deaktiviert werden: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayProgram</name>
    <message>
        <source>Shows the state of this machine&apos;s connection-tracking helpers in the desktop&apos;s tray, and says what happens.</source>
        <translation>Zeigt im Tray des Desktops den Zustand der Conntrack-Helfer dieses Rechners und sagt, was geschieht.</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>Die Bedeutung der Optionen ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>Die Version ausgeben und beenden.</translation>
    </message>
    <message>
        <source>see --help for the options there are</source>
        <translation>vorhandene Optionen: siehe --help</translation>
    </message>
    <message>
        <source>it runs already in this session, or the session has no bus</source>
        <translation>es läuft bereits in dieser Sitzung, oder die Sitzung hat keinen Bus</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayText</name>
    <message>
        <source>no backend</source>
        <translation>kein Backend</translation>
    </message>
    <message>
        <source>no backend: %1</source>
        <translation>kein Backend: %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is %2: %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>no helpers</source>
        <translation>keine Helfer</translation>
    </message>
    <message numerus="yes">
        <source>%n helper(s) running</source>
        <translation>
            <numerusform>%n Helfer läuft</numerusform>
            <numerusform>%n Helfer laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 helpers running</source>
        <translation>%1 von %2 Helfern laufen</translation>
    </message>
</context>
<context>
    <name>Trackhand::TroubleModel</name>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>short packet</source>
        <translation>kurzes Paket</translation>
    </message>
</context>
<context>
    <name>Trackhand::WhereStep</name>
    <message>
        <source>those it &amp;opens</source>
        <translation>von ihm &amp;geöffnete</translation>
    </message>
    <message>
        <source>those it a&amp;ccepts</source>
        <translation>von ihm angeno&amp;mmene</translation>
    </message>
    <message>
        <source>&amp;Server behind this machine</source>
        <translation>&amp;Server hinter diesem Rechner</translation>
    </message>
    <message>
        <source>C&amp;lients behind this machine</source>
        <translation>C&amp;lients hinter diesem Rechner</translation>
    </message>
    <message>
        <source>This &amp;machine itself</source>
        <translation>Dieser &amp;Rechner selbst</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>Zielports und -bereiche: 21, 2121, 8000-8010</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>jede Adresse</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>Woher Verbindungen kommen: eine Adresse oder ein Netz, 10.0.1.0/24</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>Wohin Verbindungen gehen: eine Adresse oder ein Netz, 10.0.2.2</translation>
    </message>
    <message>
        <source>any interface</source>
        <translation>jede Schnittstelle</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>&amp;Ports</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Na&amp;ch</translation>
    </message>
    <message>
        <source>First free (%1)</source>
        <translation>Erste freie (%1)</translation>
    </message>
    <message>
        <source>The kernel&apos;s packet queue this helper reads; one for each helper</source>
        <translation>Die Paket-Warteschlange des Kernels, die dieser Helfer liest; je Helfer eine</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>Wartesc&amp;hlange</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familien</translation>
    </message>
    <message>
        <source>&amp;Expects</source>
        <translation>&amp;Erwartet</translation>
    </message>
    <message>
        <source>How many related connections the kernel lets this helper announce, and for how long</source>
        <translation>Wie viele zugehörige Verbindungen dieser Helfer dem Kernel ankündigen darf und für wie lange</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jeder Port</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1, wie üblich</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>„%1“ sind keine Ports. Möglich: 21, oder 21, 2121, 8000-8010.</translation>
    </message>
    <message>
        <source>Queue %1 is read by %2. Take another, or the first free one.</source>
        <translation>Warteschlange %1 liest %2. Eine andere nehmen oder die erste freie.</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>Schn&amp;ittstelle</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>Ei&amp;ngang über</translation>
    </message>
</context>
<context>
    <name>Trackhand::WindowStarter</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::WorkbenchPage</name>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the script</source>
        <translation>Skript ausführen</translation>
    </message>
    <message>
        <source>Next packet</source>
        <translation>Nächstes Paket</translation>
    </message>
    <message>
        <source>Packet before</source>
        <translation>Voriges Paket</translation>
    </message>
    <message>
        <source>Between script and results</source>
        <translation>Zwischen Skript und Ergebnissen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>A new script, one of yours, an example, or one that is installed</source>
        <translation>Ein neues Skript, ein eigenes, ein Beispiel oder ein installiertes</translation>
    </message>
    <message>
        <source>Save the script (Ctrl+S)</source>
        <translation>Skript speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Run the script over the capture (F5)</source>
        <translation>Das Skript über den Mitschnitt laufen lassen (F5)</translation>
    </message>
    <message>
        <source>%1 is installed. No helper runs it yet: add one.</source>
        <translation>%1 ist installiert. Noch führt es kein Helfer aus: Fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <source>%1 is installed, and runs in %2.</source>
        <translation>%1 ist installiert und läuft in %2.</translation>
    </message>
    <message>
        <source>%1 is what it was before; what is in the editor stays.</source>
        <translation>%1 ist wieder, was es vorher war; was im Editor steht, bleibt.</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>Neues Skript</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>Kein Backend</translation>
    </message>
    <message>
        <source>Open a script</source>
        <translation>Skript öffnen</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>Lua-Skripte (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
</context>
</TS>
