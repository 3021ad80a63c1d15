<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Trackhand::HelperDetails</name>
    <message numerus="yes">
        <source>pid %1, restarted %n time(s)</source>
        <translation>
            <numerusform>pid %1, restarted once</numerusform>
            <numerusform>pid %1, restarted %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDiagnosis</name>
    <message numerus="yes">
        <source>%n rule(s) added.</source>
        <translation>
            <numerusform>One rule added.</numerusform>
            <numerusform>%n rules added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HelpersPage</name>
    <message numerus="yes">
        <source>%1 was deleted, with %n rule(s).</source>
        <translation>
            <numerusform>%1 was deleted, with one rule.</numerusform>
            <numerusform>%1 was deleted, with %n rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HitTestPane</name>
    <message numerus="yes">
        <source>%n other rule(s) would take it too, but come later: %1.</source>
        <translation>
            <numerusform>One other rule would take it too, but comes later: %1.</numerusform>
            <numerusform>%n other rules would take it too, but come later: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HostView</name>
    <message numerus="yes">
        <source>%n frame(s) carry no IP and are not shown.</source>
        <translation>
            <numerusform>One frame carries no IP and is not shown.</numerusform>
            <numerusform>%n frames carry no IP and are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The capture has more packets; the first %n are shown.</source>
        <translation>
            <numerusform>The capture has more packets; the first one is shown.</numerusform>
            <numerusform>The capture has more packets; the first %n are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::InstallBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::Notifier</name>
    <message numerus="yes">
        <source>%n more thing(s) happened to it in the same moment.</source>
        <translation>
            <numerusform>One more thing happened to it in the same moment.</numerusform>
            <numerusform>%n more things happened to it in the same moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketExporter</name>
    <message numerus="yes">
        <source>%n packet(s) written to %1.</source>
        <translation>
            <numerusform>One packet written to %1.</numerusform>
            <numerusform>%n packets written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) went without bytes: %1.</source>
        <translation>
            <numerusform>One packet went without bytes: %1.</numerusform>
            <numerusform>%n packets went without bytes: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n packet(s) only the first bytes were kept.</source>
        <translation>
            <numerusform>Of one packet only the first bytes were kept.</numerusform>
            <numerusform>Of %n packets only the first bytes were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::RecordButton</name>
    <message numerus="yes">
        <source>%n packet(s) recorded.</source>
        <translation>
            <numerusform>%n packet recorded.</numerusform>
            <numerusform>%n packets recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without bytes.</source>
        <translation>
            <numerusform>%n of them without bytes.</numerusform>
            <numerusform>%n of them without bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cut short.</source>
        <translation>
            <numerusform>%n of them cut short.</numerusform>
            <numerusform>%n of them cut short.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came too fast or while the window was hidden.</source>
        <translation>
            <numerusform>%n more came too fast or while the window was hidden.</numerusform>
            <numerusform>%n more came too fast or while the window was hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPane</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) judged</source>
        <translation>
            <numerusform>%n packet judged</numerusform>
            <numerusform>%n packets judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <translation>
            <numerusform>%n expected</numerusform>
            <numerusform>%n expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n matched</numerusform>
            <numerusform>%n matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayText</name>
    <message numerus="yes">
        <source>%n helper(s) running</source>
        <translation>
            <numerusform>1 helper running</numerusform>
            <numerusform>%n helpers running</numerusform>
        </translation>
    </message>
</context>
</TS>
