<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en">
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <translation>RTL</translation>
    </message>
</context>
<context>
    <name>Trackhand::AddHelperWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add helper</source>
        <translation>إضافة مساعد</translation>
    </message>
    <message>
        <source>Which protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Where is the traffic of %1?</source>
        <translation>أين حركة %1؟</translation>
    </message>
    <message>
        <source>Which protocol?</source>
        <translation>أيّ بروتوكول؟</translation>
    </message>
    <message>
        <source>Step %1 of 3: %2</source>
        <translation>الخطوة %1 من 3: %2</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>ت&amp;طبيق</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ال&amp;تالي</translation>
    </message>
</context>
<context>
    <name>Trackhand::AddressText</name>
    <message>
        <source>any</source>
        <translation>أيّ</translation>
    </message>
</context>
<context>
    <name>Trackhand::BackendLink</name>
    <message>
        <source>not connected yet</source>
        <translation>غير متصل بعد</translation>
    </message>
</context>
<context>
    <name>Trackhand::CaptureSource</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>ليس %1 ملف التقاط، بل مجلد أو أنبوب أو جهاز</translation>
    </message>
</context>
<context>
    <name>Trackhand::ChainView</name>
    <message>
        <source>The chain from the kernel to the expected connection</source>
        <translation>السلسلة من النواة إلى الاتصال المتوقَّع</translation>
    </message>
</context>
<context>
    <name>Trackhand::CodePane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>أ&amp;عد المحاولة</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRuleModel</name>
    <message>
        <source>At character %1: %2.</source>
        <translation>عند الحرف %1: %2.</translation>
    </message>
    <message>
        <source>A rule needs a filter.</source>
        <translation>تحتاج القاعدة إلى مرشّح.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Packets that pass this filter</source>
        <translation>الحزم التي تجتاز هذا المرشّح</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRules</name>
    <message>
        <source>Dropped</source>
        <translation>مُسقَطة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation>بلا حكم</translation>
    </message>
    <message>
        <source>Rewritten</source>
        <translation>معدَّلة</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRulesDialog</name>
    <message>
        <source>Filter</source>
        <translation>المرشّح</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>لأ&amp;على</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <translation>لأ&amp;سفل</translation>
    </message>
    <message>
        <source>De&amp;faults</source>
        <translation>الا&amp;فتراضيات</translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation>قواعد الألوان</translation>
    </message>
    <message>
        <source>A packet takes the colour of the first rule whose filter it passes. Its name stands in the column &quot;Rule&quot;.</source>
        <translation>تأخذ الحزمة لون أول قاعدة تجتاز مرشّحها، ويظهر اسمها في العمود «القاعدة».</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاس&amp;م</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>المر&amp;شّح</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>ال&amp;لون</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>switching a rule on</source>
        <translation>تفعيل قاعدة</translation>
    </message>
    <message>
        <source>switching a rule off</source>
        <translation>تعطيل قاعدة</translation>
    </message>
    <message>
        <source>naming a rule</source>
        <translation>تسمية قاعدة</translation>
    </message>
    <message>
        <source>changing a filter</source>
        <translation>تغيير مرشّح</translation>
    </message>
    <message>
        <source>choosing a colour</source>
        <translation>اختيار لون</translation>
    </message>
    <message>
        <source>taking the defaults</source>
        <translation>أخذ الافتراضيات</translation>
    </message>
    <message>
        <source>A rule that is on has a filter that is none.</source>
        <translation>في قاعدة مفعّلة مرشّح غير صالح.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>قاعدة جديدة</translation>
    </message>
    <message>
        <source>adding a rule</source>
        <translation>إضافة قاعدة</translation>
    </message>
    <message>
        <source>removing a rule</source>
        <translation>إزالة قاعدة</translation>
    </message>
    <message>
        <source>moving a rule</source>
        <translation>نقل قاعدة</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisChain</name>
    <message>
        <source>Kernel</source>
        <translation>النواة</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>غير مدعوم</translation>
    </message>
    <message>
        <source>No clash</source>
        <translation>لا تعارض</translation>
    </message>
    <message>
        <source>in the way</source>
        <translation>عائق</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>مسجَّل</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>زال</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>العدّاد</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا يوجد بعد</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>التدفّقات</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>التوقّعات</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>تحقّق</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>المرشّح</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>معطوب</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>only the program that registered %1 knows its rules and sees its packets</source>
        <translation>لا يعرف قواعد %1 ولا يرى حزمه إلا البرنامج الذي سجّله</translation>
    </message>
    <message>
        <source>another program registered %1: change it there</source>
        <translation>سجّل برنامج آخر %1: غيّره هناك</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>it can be told only when the links before it hold</source>
        <translation>لا يُعرف إلا إذا سلمت الحلقات قبله</translation>
    </message>
    <message>
        <source>The backend looked at nothing: are it and this program of the same version?</source>
        <translation>لم يفحص الخادم الخلفي شيئًا: هل هو وهذا البرنامج من الإصدار نفسه؟</translation>
    </message>
    <message>
        <source>Every link holds: as far as can be seen from here, %1 works.</source>
        <translation>كل الحلقات سليمة: بقدر ما يُرى من هنا، يعمل %1.</translation>
    </message>
    <message>
        <source>Another program registered %1. What can be seen from here is fine.</source>
        <translation>سجّل برنامج آخر %1. ما يُرى من هنا سليم.</translation>
    </message>
    <message>
        <source>Nothing is wrong so far, but %1 has come no further than this:</source>
        <translation>لا خلل حتى الآن، لكن %1 لم يتجاوز هذه الحلقة:</translation>
    </message>
    <message>
        <source>%1 cannot work because the chain breaks here:</source>
        <translation>لا يمكن أن يعمل %1 لأن السلسلة تنقطع هنا:</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisModel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2، %3</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisView</name>
    <message>
        <source>Enable %1</source>
        <translation>تفعيل %1</translation>
    </message>
    <message>
        <source>Register %1 again</source>
        <translation>تسجيل %1 من جديد</translation>
    </message>
    <message>
        <source>Add a rule for its usual traffic</source>
        <translation>إضافة قاعدة لحركته المعتادة</translation>
    </message>
    <message>
        <source>Add the same for forwarded traffic</source>
        <translation>إضافة مثلها للحركة الممرَّرة</translation>
    </message>
    <message>
        <source>Show its rules</source>
        <translation>عرض قواعده</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>عرض حزمه</translation>
    </message>
    <message>
        <source>Show the expectations</source>
        <translation>عرض التوقّعات</translation>
    </message>
    <message>
        <source>Looking at each link of the chain</source>
        <translation>فحص كل حلقة في السلسلة</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Seen: %1.</source>
        <translation>المرئي: %1.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>المطلوب: %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Trackhand::DifferenceModel</name>
    <message>
        <source>Frame</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>packet seen</source>
        <translation>حزمة شوهدت</translation>
    </message>
    <message>
        <source>packet not seen</source>
        <translation>حزمة لم تُشاهَد</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>حكم</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>متوقَّع</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>غير متوقَّع</translation>
    </message>
    <message>
        <source>fate</source>
        <translation>مصير</translation>
    </message>
    <message>
        <source>error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>لا خطأ</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventFilter</name>
    <message>
        <source>&quot;and&quot; or &quot;or&quot; is missing before &quot;%1&quot;</source>
        <translation>تنقص «and» أو «or» قبل «%1»</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>التداخل هنا أعمق مما يجوز</translation>
    </message>
    <message>
        <source>a closing parenthesis is missing</source>
        <translation>ينقص قوس إغلاق</translation>
    </message>
    <message>
        <source>the filter ends where a field should be, for example helper == &quot;ftp&quot;</source>
        <translation>ينتهي المرشّح حيث ينبغي أن يكون حقل، مثل helper == &quot;ftp&quot;‎</translation>
    </message>
    <message>
        <source>after %1 a comparison is missing: ==, !=, &lt;, &gt;, contains or in</source>
        <translation>تنقص مقارنة بعد %1: ‎==, !=, &lt;, &gt;, contains‎ أو in</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; did you mean %2?</source>
        <translation>لا يوجد حقل «%1»؛ هل المقصود %2؟</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; to search what the helper saw, write note contains &quot;%1&quot;</source>
        <translation>لا يوجد حقل «%1»؛ للبحث في ما رآه المساعد اكتب note contains &quot;%1&quot;‎</translation>
    </message>
    <message>
        <source>&quot;in&quot; wants a set in braces: {21, 2121}</source>
        <translation>تتطلب «in» مجموعة بين معقوفين: ‎{21, 2121}‎</translation>
    </message>
    <message>
        <source>a set in braces goes with &quot;in&quot;</source>
        <translation>المجموعة بين معقوفين تأتي مع «in»</translation>
    </message>
    <message>
        <source>the set is empty</source>
        <translation>المجموعة فارغة</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>تنقص قيمة هنا</translation>
    </message>
    <message>
        <source>%1 cannot be compared with &quot;%2&quot;</source>
        <translation>لا يمكن مقارنة %1 بـ «%2»</translation>
    </message>
    <message>
        <source>%1 is a number, &quot;%2&quot; is not</source>
        <translation>الحقل %1 عدد، و«%2» ليس عددًا</translation>
    </message>
    <message>
        <source>%1 is never &quot;%2&quot;; it is one of %3</source>
        <translation>لا يكون %1 أبدًا «%2»؛ بل أحد هذه: %3</translation>
    </message>
    <message>
        <source>this is no regular expression: %1</source>
        <translation>هذا ليس تعبيرًا نمطيًا: %1</translation>
    </message>
    <message>
        <source>%1 is an address, &quot;%2&quot; is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64</source>
        <translation>الحقل %1 عنوان، و«%2» ليس عنوانًا: اكتب 10.0.1.2 أو 10.0.1.0/24 أو fd00:1::/64</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>تنقص هذا النص علامة اقتباس ختامية</translation>
    </message>
    <message>
        <source>a filter has no &quot;%1&quot;</source>
        <translation>لا مكان لـ «%1» في المرشّح</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventText</name>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1, unjudged</source>
        <translation>%1، بلا حكم</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1، مرفوضة</translation>
    </message>
    <message>
        <source>%1, rewritten</source>
        <translation>%1، معدَّلة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
</context>
<context>
    <name>Trackhand::EvidenceOpener</name>
    <message>
        <source>The evidence cannot be shown: %1</source>
        <translation>تعذر عرض الأدلة: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Is there room for temporary files?</source>
        <translation>تعذرت كتابة %1: %2. هل توجد مساحة للملفات المؤقتة؟</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationModel</name>
    <message>
        <source>Made</source>
        <translation>أُنشئ</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>متوقَّع من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>المصير</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>بسبب</translation>
    </message>
    <message>
        <source>%1, %2 ms after it was made</source>
        <translation>%1، بعد %2 ملي ث من إنشائه</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationText</name>
    <message>
        <source>waiting</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>تحقّق</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>انقضى</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>أُزيح</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <source>The connection it describes may come at any moment.</source>
        <translation>قد يأتي الاتصال الذي يصفه في أيّ لحظة.</translation>
    </message>
    <message>
        <source>The expected connection came and was let through as related.</source>
        <translation>جاء الاتصال المتوقَّع وسُمح بمروره بصفته مرتبطًا.</translation>
    </message>
    <message>
        <source>Its time ran out before the connection came.</source>
        <translation>انقضت مدته قبل أن يأتي الاتصال.</translation>
    </message>
    <message>
        <source>Its class was full, so a newer one took its place.</source>
        <translation>كان صنفه ممتلئًا فأخذ توقّع أحدث مكانه.</translation>
    </message>
    <message>
        <source>It was taken back, or its connection ended.</source>
        <translation>سُحب التوقّع أو انتهى اتصاله.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationsPage</name>
    <message>
        <source>Expectations</source>
        <translation>التوقّعات</translation>
    </message>
    <message>
        <source>Nothing is expected</source>
        <translation>لا توقّعات</translation>
    </message>
    <message>
        <source>When a helper sees a connection announce another one, such as PORT or PASV in FTP, it makes an expectation, and the firewall lets that one connection through as related. Each shows here until it is matched or its time is over, and for a while after.</source>
        <translation>عندما يرى مساعد اتصالًا يعلن عن آخر، مثل PORT أو PASV في FTP، ينشئ توقّعًا، ويسمح الجدار الناري بمرور ذلك الاتصال وحده بصفته مرتبطًا. يظهر كل توقّع هنا حتى يتحقّق أو تنقضي مدته، ولفترة بعد ذلك.</translation>
    </message>
    <message>
        <source>Filter expectations</source>
        <translation>ترشيح التوقّعات</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</translation>
    </message>
    <message>
        <source>Show the packets that announced it</source>
        <translation>عرض الحزم التي أعلنت عنه</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>عرض تدفّقه</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>عرض اتصاله الأصلي</translation>
    </message>
    <message>
        <source>%1 waiting, %2 matched, %3 expired, %4 evicted, %5 removed, %6 events lost</source>
        <translation>قيد الانتظار %1، تحقّق %2، انقضى %3، أُزيح %4، أُزيل %5، أحداث ضائعة %6</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>المعروض %1 من %2</translation>
    </message>
    <message>
        <source>No connection is known that came of this expectation.</source>
        <translation>لا يُعرف اتصال نشأ عن هذا التوقّع.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FieldCheck</name>
    <message>
        <source>Give the helper a name.</source>
        <translation>سمِّ المساعد.</translation>
    </message>
    <message>
        <source>A name has 1 to 15 of the characters A-Z a-z 0-9 . _ - and begins with a letter, a digit or _.</source>
        <translation>الاسم من 1 إلى 15 محرفًا من ‎A-Z a-z 0-9 . _ -‎ ويبدأ بحرف أو رقم أو _.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.2.2, 10.0.0.0/24 or fd00::/64.</source>
        <translation>ليس «%1» عنوانًا. اكتب 10.0.2.2 أو 10.0.0.0/24 أو fd00::/64.</translation>
    </message>
    <message>
        <source>%1 is a host in a network. Write %2/%3 for the network, or %4 for the host.</source>
        <translation>العنوان %1 لجهاز داخل شبكة. اكتب %2/%3 للشبكة أو %4 للجهاز.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no interface name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>ليس «%1» اسم واجهة: فهو من 1 إلى 15 حرفًا أو رقمًا أو ‎. _ -‎.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>ليس «%1» منافذ. اكتب 21 أو ‎21, 2121, 8000-8010‎.</translation>
    </message>
    <message>
        <source>A rule has at most %1 ports and ranges. Make two rules of it.</source>
        <translation>في القاعدة %1 من المنافذ والنطاقات على الأكثر. اجعلها قاعدتين.</translation>
    </message>
    <message>
        <source>%1 and %2 overlap. Write them as one range.</source>
        <translation>يتداخل %1 و%2. اكتبهما نطاقًا واحدًا.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FilterField</name>
    <message>
        <source>Fields: %1</source>
        <translation>الحقول: %1</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>ما يجوز كتابته هنا</translation>
    </message>
    <message>
        <source>At character %1: %2.</source>
        <translation>عند الحرف %1: %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::FindBar</name>
    <message>
        <source>Find in the script</source>
        <translation>بحث في السكربت</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>إغلاق البحث (Esc)</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowModel</name>
    <message>
        <source>Not registered by Trackhand</source>
        <translation>لم يسجّله Trackhand</translation>
    </message>
    <message>
        <source>In the direction in which the connection was opened</source>
        <translation>في الاتجاه الذي فُتح فيه الاتصال</translation>
    </message>
    <message>
        <source>In the other direction</source>
        <translation>في الاتجاه الآخر</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Bytes →</source>
        <translation>البايتات →</translation>
    </message>
    <message>
        <source>Bytes ←</source>
        <translation>البايتات ←</translation>
    </message>
    <message>
        <source>Packets →</source>
        <translation>الحزم →</translation>
    </message>
    <message>
        <source>Packets ←</source>
        <translation>الحزم ←</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>expects %1</source>
        <translation>يتوقّع %1</translation>
    </message>
    <message>
        <source>Addresses are translated: answers go from %1 to %2.</source>
        <translation>العناوين مترجَمة: تذهب الردود من %1 إلى %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>لم يُرَ</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>انتهى قبل %1</translation>
    </message>
    <message>
        <source>established</source>
        <translation>قائم</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>أُجيب</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>لا رد بعد</translation>
    </message>
    <message>
        <source>Nothing but its addresses is known, from what names it as its master: it ended before anybody looked, or its events were lost.</source>
        <translation>لا تُعرف منه إلا عناوينه، مما يسمّيه اتصالًا أصليًا: انتهى قبل أن ينظر أحد، أو ضاعت أحداثه.</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>انتهى %1</translation>
    </message>
    <message>
        <source>Packets went both ways, so it is kept also when the table of connections is full.</source>
        <translation>مرّت حزم في الاتجاهين، فيبقى حتى حين يمتلئ جدول الاتصالات.</translation>
    </message>
    <message>
        <source>The other side has answered once.</source>
        <translation>ردّ الطرف الآخر مرة.</translation>
    </message>
    <message>
        <source>The other side has not answered.</source>
        <translation>لم يردّ الطرف الآخر.</translation>
    </message>
    <message>
        <source>%1 It is forgotten in %2 if nothing more comes.</source>
        <translation>%1 يُنسى بعد %2 إن لم يأتِ شيء آخر.</translation>
    </message>
    <message>
        <source>Not counted yet: the kernel tells counts when it is asked and when a connection ends.</source>
        <translation>لم يُعدّ بعد: تذكر النواة الأعداد عند سؤالها وعند انتهاء الاتصال.</translation>
    </message>
    <message>
        <source>Not counted: net.netfilter.nf_conntrack_acct was off when this connection began. Once it is 1, connections that begin are counted.</source>
        <translation>لا يُعدّ: كان net.netfilter.nf_conntrack_acct متوقفًا حين بدأ هذا الاتصال. متى صار 1 عُدّت الاتصالات التي تبدأ بعده.</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>أكثر من %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>It was there before anybody looked, first seen %1</source>
        <translation>كان موجودًا قبل أن ينظر أحد، أول مشاهدة %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowTree</name>
    <message>
        <source>Flows</source>
        <translation>التدفّقات</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation>التدفّقات</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>ترشيح التدفّقات</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>السؤال مجددًا</translation>
    </message>
    <message>
        <source>No flow yet</source>
        <translation>لا تدفّق بعد</translation>
    </message>
    <message>
        <source>Here would be the connections that a helper watches, what it expects on each of them, and the connections that came of it, with their bytes and packets. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>هنا تظهر الاتصالات التي يراقبها مساعد، وما يتوقّعه على كل منها، والاتصالات التي نشأت عن ذلك، مع بايتاتها وحزمها. لم يأتِ شيء حتى الآن: هل هناك مساعد يعمل، وقاعدة تعطيه حركة، وحركة؟</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>إضافة مساعد…</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>عرض حزمه</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>عرض اتصاله الأصلي</translation>
    </message>
    <message>
        <source>Show its expectation</source>
        <translation>عرض توقّعه</translation>
    </message>
    <message>
        <source>Bytes and packets are not followed any more: asking for them again needs your password.</source>
        <translation>لم تعد البايتات والحزم تُتابَع: طلبها مجددًا يحتاج إلى كلمة مرورك.</translation>
    </message>
    <message>
        <source>%1 live, %2 expected, %3 events lost</source>
        <translation>حيّة %1، متوقَّعة %2، أحداث ضائعة %3</translation>
    </message>
    <message>
        <source>%1 more do not fit here</source>
        <translation>لا يتسع المكان لـ %1 أخرى</translation>
    </message>
    <message>
        <source>The filter lets nothing through</source>
        <translation>لا يمرّر المرشّح شيئًا</translation>
    </message>
</context>
<context>
    <name>Trackhand::GoToBar</name>
    <message>
        <source>&amp;Go to</source>
        <translation>ا&amp;نتقال إلى</translation>
    </message>
    <message>
        <source>number or time, as 14:02:11.2</source>
        <translation>رقم أو وقت، مثل 14:02:11.2</translation>
    </message>
    <message>
        <source>That packet is not among those shown; this is the nearest.</source>
        <translation>تلك الحزمة ليست بين المعروضة؛ هذه أقربها.</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation>%1 حزمة/ث</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>متوقَّعة %1</translation>
    </message>
    <message>
        <source>Show %1 among the helpers (Enter)</source>
        <translation>عرض %1 بين المساعدين (Enter)</translation>
    </message>
    <message>
        <source>of another program</source>
        <translation>لبرنامج آخر</translation>
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
        <translation>الطابور %1</translation>
    </message>
    <message>
        <source>drops %1</source>
        <translation>الإسقاط %1</translation>
    </message>
    <message>
        <source>restarts %1</source>
        <translation>إعادة التشغيل %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDetails</name>
    <message>
        <source>%1: at most %2 at a time, each for %3 s</source>
        <translation>%1: %2 على الأكثر في آن واحد، كل منها %3 ث</translation>
    </message>
    <message>
        <source>all as they come</source>
        <translation>كلها كما تأتي</translation>
    </message>
    <message>
        <source>No helper selected</source>
        <translation>لا مساعد محدد</translation>
    </message>
    <message>
        <source>Choose one in the table to see its settings, what it has done, and why it may not be working.</source>
        <translation>اختر واحدًا من الجدول لترى إعداداته وما فعله ولماذا قد لا يعمل.</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>لماذا لا يعمل؟</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>فحص مجددًا</translation>
    </message>
    <message>
        <source>Back to the details</source>
        <translation>عودة إلى التفاصيل</translation>
    </message>
    <message>
        <source>Look at each link between the kernel and this helper&apos;s traffic (Ctrl+D)</source>
        <translation>فحص كل حلقة بين النواة وحركة هذا المساعد (Ctrl+D)</translation>
    </message>
    <message>
        <source>Look at the chain again (Ctrl+D)</source>
        <translation>فحص السلسلة مجددًا (Ctrl+D)</translation>
    </message>
    <message>
        <source>Show the helper&apos;s details (Esc)</source>
        <translation>عرض تفاصيل المساعد (Esc)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>التوقّعات</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>الفقد</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>زمن الحكم</translation>
    </message>
    <message>
        <source>Another program registered this helper; it is shown and not touched. What it has judged, only that program knows.</source>
        <translation>سجّل برنامج آخر هذا المساعد؛ فهو يُعرض ولا يُمسّ. وما حكم فيه لا يعرفه إلا ذلك البرنامج.</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1، قيد الانتظار %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3 waiting</source>
        <translation>%1، قيد الانتظار %2 من %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message numerus="yes">
        <source>pid %1, restarted %n time(s)</source>
        <translation>
            <numerusform>pid %1، لم يُعد تشغيلها</numerusform>
            <numerusform>pid %1، أُعيد تشغيلها مرة</numerusform>
            <numerusform>pid %1، أُعيد تشغيلها مرتين</numerusform>
            <numerusform>pid %1، أُعيد تشغيلها %n مرات</numerusform>
            <numerusform>pid %1، أُعيد تشغيلها %n مرة</numerusform>
            <numerusform>pid %1، أُعيد تشغيلها %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 judged: %2 accepted, %3 dropped, %4 rewritten</source>
        <translation>المحكوم فيها %1: مقبولة %2، مُسقَطة %3، معدَّلة %4</translation>
    </message>
    <message>
        <source>%1 dropped by the kernel, %2 at the socket, %3 let through unjudged, %4 verdicts too late</source>
        <translation>أسقطت النواة %1، وأُسقط عند المقبس %2، ومرّ بلا حكم %3، وأحكام متأخرة %4</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2 in the last second</source>
        <translation>في الثانية الأخيرة: p50 %1، p99 %2</translation>
    </message>
    <message>
        <source>%1 waiting, %2 made so far</source>
        <translation>قيد الانتظار %1، أُنشئ منها حتى الآن %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDiagnosis</name>
    <message numerus="yes">
        <source>%n rule(s) added.</source>
        <translation>
            <numerusform>لم تُضف أيّ قاعدة.</numerusform>
            <numerusform>تمت إضافة قاعدة واحدة.</numerusform>
            <numerusform>تمت إضافة قاعدتين.</numerusform>
            <numerusform>تمت إضافة %n قواعد.</numerusform>
            <numerusform>تمت إضافة %n قاعدة.</numerusform>
            <numerusform>تمت إضافة %n قاعدة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperEditor</name>
    <message>
        <source>&amp;Enabled</source>
        <translation>م&amp;فعّل</translation>
    </message>
    <message>
        <source>&amp;Change %1</source>
        <translation>&amp;تغيير %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>تغيير %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>These three are fixed while rules name the helper or it runs: the kernel finds it by them. A helper that is disabled and has no rules can be given others with &quot;trackhandctl helper set %1&quot;; its name is for good.</source>
        <translation>هذه الثلاثة ثابتة ما دامت قواعد تسمّي المساعد أو كان يعمل: بها تجده النواة. المساعد المعطّل الذي لا قواعد له يمكن تغييرها له بالأمر «trackhandctl helper set %1»؛ أما اسمه فدائم.</translation>
    </message>
    <message>
        <source> packets</source>
        <translation> حزمة</translation>
    </message>
    <message>
        <source>Queue length in packets</source>
        <translation>طول الطابور بالحزم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Expects</source>
        <translation>يتوقّع</translation>
    </message>
    <message>
        <source>The classes and their names are the protocol&apos;s; the kernel takes other figures.</source>
        <translation>الأصناف وأسماؤها من البروتوكول؛ وتقبل النواة أرقامًا أخرى.</translation>
    </message>
    <message>
        <source>Queue length</source>
        <translation>طول الطابور</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>This protocol has none.</source>
        <translation>لا شيء منها لهذا البروتوكول.</translation>
    </message>
    <message>
        <source>It is disabled, and rules name it: it takes other settings once it is enabled.</source>
        <translation>هو معطّل وقواعد تسمّيه: يقبل إعدادات أخرى متى فُعّل.</translation>
    </message>
    <message>
        <source>A change takes effect at once, with a new process, and is saved: what runs is what is saved.</source>
        <translation>يسري التغيير فورًا بعملية جديدة ويُحفظ: ما يعمل هو ما حُفظ.</translation>
    </message>
    <message>
        <source>Changing %1 …</source>
        <translation>جارٍ تغيير %1 …</translation>
    </message>
    <message>
        <source>Only a part was done: %1</source>
        <translation>لم يتم إلا جزء: %1</translation>
    </message>
    <message>
        <source>%1 stays as it was: %2</source>
        <translation>يبقى %1 كما كان: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperModel</name>
    <message>
        <source>Registered by another program; shown read-only.</source>
        <translation>سجّله برنامج آخر؛ يُعرض للقراءة فقط.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Transport protocols and IP versions</source>
        <translation>بروتوكولات النقل وإصدارات IP</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Number of the netfilter queue</source>
        <translation>رقم طابور netfilter</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Rules that give traffic to the helper</source>
        <translation>القواعد التي تعطي المساعد حركة</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Packets per second now</source>
        <translation>الحزم في الثانية الآن</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>حزم/ث</translation>
    </message>
    <message>
        <source>Packets since the helper was registered</source>
        <translation>الحزم منذ تسجيل المساعد</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقَّع</translation>
    </message>
    <message>
        <source>99 of 100 verdicts of the last second were faster</source>
        <translation>كان 99 من كل 100 حكم في الثانية الأخيرة أسرع</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>How often the helper process was started again</source>
        <translation>كم مرة أُعيد تشغيل عملية المساعد</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Expectations that wait for their connection now</source>
        <translation>التوقّعات التي تنتظر اتصالها الآن</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperText</name>
    <message>
        <source>foreign</source>
        <translation>خارجي</translation>
    </message>
    <message>
        <source>running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>يُعاد تشغيله</translation>
    </message>
    <message>
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 ميكرو ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ملي ث</translation>
    </message>
    <message>
        <source>%1 on every %2 port</source>
        <translation>%1 على كل منافذ %2</translation>
    </message>
    <message>
        <source>%1 on %2 port %3</source>
        <translation>%1 على منفذ %2 %3</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>arriving on %1</source>
        <translation>واردة على %1</translation>
    </message>
    <message>
        <source>leaving by %1</source>
        <translation>صادرة عبر %1</translation>
    </message>
    <message>
        <source>, through this machine and its own</source>
        <translation>، عبر هذا الجهاز ومنه</translation>
    </message>
    <message>
        <source>, this machine&apos;s own connections</source>
        <translation>، اتصالات هذا الجهاز نفسه</translation>
    </message>
    <message>
        <source>, coming in from the network</source>
        <translation>، القادمة من الشبكة</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelpersPage</name>
    <message>
        <source>Helpers</source>
        <translation>المساعدون</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>يُعاد تشغيله</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>لا مساعد بعد</translation>
    </message>
    <message>
        <source>Here would be the helpers of this machine: which protocol each one watches, whether it runs, and how much it has to do. Adding one takes three steps.</source>
        <translation>هنا يظهر مساعدو هذا الجهاز: أيّ بروتوكول يراقب كل منهم، وهل يعمل، وكم عليه من العمل. تتم إضافة مساعد في ثلاث خطوات.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>إضافة مساعد…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>لماذا لا يعمل؟</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>المرشّح</translation>
    </message>
    <message>
        <source>Filter helpers</source>
        <translation>ترشيح المساعدين</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>المحدد</translation>
    </message>
    <message>
        <source>What can be done with the selected helper</source>
        <translation>ما يمكن فعله بالمساعد المحدد</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message numerus="yes">
        <source>%1 was deleted, with %n rule(s).</source>
        <translation>
            <numerusform>تم حذف %1، ولا قواعد له.</numerusform>
            <numerusform>تم حذف %1 مع قاعدة واحدة.</numerusform>
            <numerusform>تم حذف %1 مع قاعدتين.</numerusform>
            <numerusform>تم حذف %1 مع %n قواعد.</numerusform>
            <numerusform>تم حذف %1 مع %n قاعدة.</numerusform>
            <numerusform>تم حذف %1 مع %n قاعدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>تغيير %1…</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>تم تغيير %1.</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexModel</name>
    <message>
        <source>byte %1: %2, %3</source>
        <translation>البايت %1: %2، %3</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexView</name>
    <message>
        <source>The packet&apos;s bytes</source>
        <translation>بايتات الحزمة</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>حزم/ث</translation>
    </message>
    <message>
        <source>Expectations/s</source>
        <translation>توقّعات/ث</translation>
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
        <translation>عمق الطابور</translation>
    </message>
    <message>
        <source>Drops/s</source>
        <translation>إسقاط/ث</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>الكل معًا</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryPanel</name>
    <message>
        <source>Packets per second</source>
        <translation>الحزم في الثانية</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>زمن الحكم</translation>
    </message>
    <message>
        <source>Expectations per second</source>
        <translation>التوقّعات في الثانية</translation>
    </message>
    <message>
        <source>Queue depth and drops</source>
        <translation>عمق الطابور والإسقاط</translation>
    </message>
    <message>
        <source>Figures of the charts</source>
        <translation>أرقام الرسوم</translation>
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
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>dropped/s</source>
        <translation>مُسقَطة/ث</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryText</name>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>قبل %1 ث</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>قبل %1 د</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>قبل %1 س</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>قبل %1 يوم</translation>
    </message>
</context>
<context>
    <name>Trackhand::HitTestPane</name>
    <message>
        <source>&amp;Show the rule</source>
        <translation>&amp;عرض القاعدة</translation>
    </message>
    <message>
        <source>comes from the network (prerouting)</source>
        <translation>تأتي من الشبكة (prerouting)</translation>
    </message>
    <message>
        <source>is sent by this machine (output)</source>
        <translation>يرسلها هذا الجهاز (output)</translation>
    </message>
    <message>
        <source>Where the packet is</source>
        <translation>موضع الحزمة</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>منفذ الوجهة</translation>
    </message>
    <message>
        <source>Rules look at the port a connection goes to, never at the one it comes from</source>
        <translation>تنظر القواعد إلى المنفذ الذي يقصده الاتصال، لا إلى الذي يأتي منه</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>عنوان المصدر</translation>
    </message>
    <message>
        <source>Destination address</source>
        <translation>عنوان الوجهة</translation>
    </message>
    <message>
        <source>none that a rule names</source>
        <translation>لا شيء تسمّيه قاعدة</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>الواجهة</translation>
    </message>
    <message>
        <source>The &amp;packet</source>
        <translation>ال&amp;حزمة</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>to port</source>
        <translation>إلى المنفذ</translation>
    </message>
    <message>
        <source>Of several rules the first one counts: a connection keeps the helper it got with its first packet.</source>
        <translation>من بين عدة قواعد تسري الأولى: يحتفظ الاتصال بالمساعد الذي ناله مع أول حزمة.</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>وا&amp;ردة على</translation>
    </message>
    <message>
        <source>Leaving &amp;by</source>
        <translation>صا&amp;درة عبر</translation>
    </message>
    <message>
        <source>no packet yet</source>
        <translation>لا حزمة بعد</translation>
    </message>
    <message>
        <source>Write the two addresses of a packet, and its kind, to see which rule it meets.</source>
        <translation>اكتب عنواني حزمة ونوعها لترى أيّ قاعدة تصادف.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.1.2 or fd00:1::2.</source>
        <translation>ليس «%1» عنوانًا. اكتب 10.0.1.2 أو fd00:1::2.</translation>
    </message>
    <message>
        <source>The addresses are of two families; no packet has both.</source>
        <translation>العنوانان من عائلتين؛ لا حزمة تجمعهما.</translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s) would take it too, but come later: %1.</source>
        <translation>
            <numerusform>لا قاعدة أخرى تأخذها: %1.</numerusform>
            <numerusform>تأخذها قاعدة أخرى أيضًا، لكنها تأتي بعدها: %1.</numerusform>
            <numerusform>تأخذها قاعدتان أخريان أيضًا، لكنهما تأتيان بعدها: %1.</numerusform>
            <numerusform>تأخذها %n قواعد أخرى أيضًا، لكنها تأتي بعدها: %1.</numerusform>
            <numerusform>تأخذها %n قاعدة أخرى أيضًا، لكنها تأتي بعدها: %1.</numerusform>
            <numerusform>تأخذها %n قاعدة أخرى أيضًا، لكنها تأتي بعدها: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>القاعدة %1</translation>
    </message>
    <message>
        <source>Rule %1 gives this connection to %2.</source>
        <translation>تعطي القاعدة %1 هذا الاتصال إلى %2.</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>لا قاعدة</translation>
    </message>
    <message>
        <source>No rule takes it. The nearest is rule %1 of %2:</source>
        <translation>لا تأخذها أيّ قاعدة. أقربها القاعدة %1 (%2):</translation>
    </message>
    <message>
        <source>There is no rule at all.</source>
        <translation>لا توجد أيّ قاعدة.</translation>
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
        <translation>لرؤية Trackhand يعمل دون المساس بهذا الجهاز، شغّل ‎./lab/up‎ في شجرة مصدره: يبدأ آلة افتراضية صغيرة فيها عميل وموجّه وخادم، ويفتح هذه النافذة عليها.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>تمت إضافة %1.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>تعذّر الوصول</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>لا خادم خلفي</translation>
    </message>
    <message>
        <source>running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>nothing enabled</source>
        <translation>لا شيء مفعّل</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>This kernel cannot run user-space helpers</source>
        <translation>لا تستطيع هذه النواة تشغيل مساعدين في فضاء المستخدم</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>No backend on this host</source>
        <translation>لا خادم خلفي على هذا المضيف</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>No backend on this machine</source>
        <translation>لا خادم خلفي على هذا الجهاز</translation>
    </message>
    <message>
        <source>Packets and expectations cannot be shown: %1</source>
        <translation>لا يمكن عرض الحزم والتوقّعات: %1</translation>
    </message>
    <message>
        <source>Reading the capture</source>
        <translation>جارٍ قراءة ملف الالتقاط</translation>
    </message>
    <message>
        <source>capture, not whole</source>
        <translation>ملف التقاط، غير كامل</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>ملف التقاط</translation>
    </message>
    <message>
        <source>This connection is not among the flows: it ended a while ago, or nobody looked.</source>
        <translation>هذا الاتصال ليس بين التدفّقات: انتهى منذ فترة، أو لم ينظر أحد.</translation>
    </message>
    <message>
        <source>This expectation is not in the list any more.</source>
        <translation>لم يعد هذا التوقّع في القائمة.</translation>
    </message>
    <message>
        <source>No packets in this capture</source>
        <translation>لا حزم في ملف الالتقاط هذا</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) carry no IP and are not shown.</source>
        <translation>
            <numerusform>كل الإطارات تحمل IP.</numerusform>
            <numerusform>إطار واحد لا يحمل IP ولا يُعرض.</numerusform>
            <numerusform>إطاران لا يحملان IP ولا يُعرضان.</numerusform>
            <numerusform>لا تُعرض %n إطارات لأنها لا تحمل IP.</numerusform>
            <numerusform>لا يُعرض %n إطارًا لأنها لا تحمل IP.</numerusform>
            <numerusform>لا يُعرض %n إطار لأنها لا تحمل IP.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The capture has more packets; the first %n are shown.</source>
        <translation>
            <numerusform>في ملف الالتقاط حزم أكثر؛ لا يُعرض منها شيء.</numerusform>
            <numerusform>في ملف الالتقاط حزم أكثر؛ تُعرض الأولى.</numerusform>
            <numerusform>في ملف الالتقاط حزم أكثر؛ تُعرض أول حزمتين.</numerusform>
            <numerusform>في ملف الالتقاط حزم أكثر؛ تُعرض أول %n حزم.</numerusform>
            <numerusform>في ملف الالتقاط حزم أكثر؛ تُعرض أول %n حزمة.</numerusform>
            <numerusform>في ملف الالتقاط حزم أكثر؛ تُعرض أول %n حزمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bytes of the later ones do not fit into memory.</source>
        <translation>لا تتسع الذاكرة لبايتات ما بعدها.</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentList</name>
    <message>
        <source>59 min ago</source>
        <translation>قبل 59 د</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary. What happens to helpers and rules is listed here: a process that died and was started again, a rule that another program had removed.</source>
        <translation>لا شيء غير معتاد. يُسرد هنا ما يحدث للمساعدين والقواعد: عملية ماتت وأُعيد تشغيلها، أو قاعدة أزالها برنامج آخر.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show the helper or the rules that this is about (Enter)</source>
        <translation>عرض المساعد أو القواعد المعنيّة (Enter)</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Show the packets of the helper that this is about</source>
        <translation>عرض حزم المساعد المعنيّ</translation>
    </message>
    <message>
        <source>Open the evidence</source>
        <translation>افتح الأدلة</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Open the packets that the helper process had before it when it died (%1)</source>
        <translation>افتح الحزم التي كانت أمام عملية المساعد حين انتهت (%1)</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentModel</name>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
</context>
<context>
    <name>Trackhand::InstallBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>لا أسطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>%n أسطر</numerusform>
            <numerusform>%n سطرًا</numerusform>
            <numerusform>%n سطر</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Back to the version before, with %1; the present one is kept in its place</source>
        <translation>العودة إلى النسخة السابقة (%1)، وتُحفظ النسخة الحالية مكانها</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>لا خادم خلفي</translation>
    </message>
    <message>
        <source>Writing and running need none; installing does.</source>
        <translation>الكتابة والتشغيل لا يحتاجانه، أما التثبيت فيحتاجه.</translation>
    </message>
    <message>
        <source>working</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>قد يكون النظام في انتظار كلمة مرور.</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>غير مثبَّت</translation>
    </message>
    <message>
        <source>It can be installed once it is a helper.</source>
        <translation>يمكن تثبيته حين يصبح مساعدًا.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>مثبَّت</translation>
    </message>
    <message>
        <source>%1; no helper runs it yet</source>
        <translation>%1؛ لا يشغّله أي مساعد بعد</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>يعمل %1 في %2</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>نسخة أخرى</translation>
    </message>
</context>
<context>
    <name>Trackhand::KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>add a helper</source>
        <translation>إضافة مساعد</translation>
    </message>
    <message>
        <source>filter; Ctrl+Space there offers what may follow</source>
        <translation>الترشيح؛ يعرض Ctrl+Space فيه ما يجوز أن يلي</translation>
    </message>
    <message>
        <source>pause, or press the button that has the focus</source>
        <translation>إيقاف مؤقت، أو ضغط الزر الذي عليه التركيز</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>هذه الورقة</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>charts as a table</source>
        <translation>الرسوم في جدول</translation>
    </message>
    <message>
        <source>read a chart point by point</source>
        <translation>قراءة رسم نقطة بنقطة</translation>
    </message>
    <message>
        <source>Helpers and rules</source>
        <translation>المساعدون والقواعد</translation>
    </message>
    <message>
        <source>why is this helper not working?</source>
        <translation>لماذا لا يعمل هذا المساعد؟</translation>
    </message>
    <message>
        <source>add a rule</source>
        <translation>إضافة قاعدة</translation>
    </message>
    <message>
        <source>do a rule&apos;s change again</source>
        <translation>إعادة تغيير قاعدة</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>follow the newest packet</source>
        <translation>تتبّع أحدث حزمة</translation>
    </message>
    <message>
        <source>go to a number or a time</source>
        <translation>الانتقال إلى رقم أو وقت</translation>
    </message>
    <message>
        <source>follow the connection, and back</source>
        <translation>تتبّع الاتصال، والعودة</translation>
    </message>
    <message>
        <source>filter for the selected value</source>
        <translation>ترشيح القيمة المحددة</translation>
    </message>
    <message>
        <source>filter the selected value out</source>
        <translation>استبعاد القيمة المحددة</translation>
    </message>
    <message>
        <source>mark packets, or take the mark away</source>
        <translation>وضع علامة على حزم أو إزالتها</translation>
    </message>
    <message>
        <source>next mark, mark before</source>
        <translation>العلامة التالية، والسابقة</translation>
    </message>
    <message>
        <source>copy packets, or marked bytes as text</source>
        <translation>نسخ حزم، أو البايتات المعلَّمة نصًا</translation>
    </message>
    <message>
        <source>copy marked bytes as digits</source>
        <translation>نسخ البايتات المعلَّمة أرقامًا</translation>
    </message>
    <message>
        <source>From packets, expectations and flows to each other</source>
        <translation>التنقّل بين الحزم والتوقّعات والتدفّقات</translation>
    </message>
    <message>
        <source>flow of the selected packet or expectation</source>
        <translation>تدفّق الحزمة أو التوقّع المحدد</translation>
    </message>
    <message>
        <source>connection it is expected by, or came from</source>
        <translation>الاتصال الذي يتوقّعه أو نشأ عنه</translation>
    </message>
    <message>
        <source>expectation of the selected flow</source>
        <translation>توقّع التدفّق المحدد</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>change the selected one, or show its packets</source>
        <translation>تغيير المحدد أو إظهار حزمه</translation>
    </message>
    <message>
        <source>delete the selected one, or close the selected capture</source>
        <translation>حذف المحدد أو إغلاق ملف الالتقاط المحدد</translation>
    </message>
    <message>
        <source>back to what was there before</source>
        <translation>العودة إلى ما كان من قبل</translation>
    </message>
    <message>
        <source>open a capture</source>
        <translation>فتح ملف التقاط</translation>
    </message>
    <message>
        <source>sort by the column, order of arrival</source>
        <translation>الترتيب حسب العمود، ترتيب الوصول</translation>
    </message>
    <message>
        <source>open the evidence of what happened</source>
        <translation>فتح الأدلة على ما حدث</translation>
    </message>
    <message>
        <source>save the script, or the figures</source>
        <translation>حفظ السكربت أو الأرقام</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>منضدة العمل</translation>
    </message>
    <message>
        <source>run the script over the capture</source>
        <translation>تشغيل السكربت على ملف الالتقاط</translation>
    </message>
    <message>
        <source>from the script to its results, and back</source>
        <translation>من السكربت إلى نتائجه والعكس</translation>
    </message>
    <message>
        <source>packet before, next packet</source>
        <translation>الحزمة السابقة، الحزمة التالية</translation>
    </message>
</context>
<context>
    <name>Trackhand::LatencyAxisTicker</name>
    <message>
        <source>%1 ns</source>
        <translation>%1 نانو ث</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 ميكرو ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ملي ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
</context>
<context>
    <name>Trackhand::MainWindow</name>
    <message>
        <source>Hosts</source>
        <translation>المضيفون</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Trackhand</source>
        <translation>Trackhand</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>إضافة مضيف…</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>إضافة مضيف</translation>
    </message>
    <message>
        <source>A machine that ssh reaches without a password, with trackhandd on it:</source>
        <translation>جهاز يصله ssh بلا كلمة مرور وعليه trackhandd:</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Close this capture</source>
        <translation>إغلاق ملف الالتقاط هذا</translation>
    </message>
    <message>
        <source>Open capture…</source>
        <translation>فتح ملف التقاط…</translation>
    </message>
    <message>
        <source>Packets from a pcap or pcapng file (Ctrl+O)</source>
        <translation>حزم من ملف pcap أو pcapng (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>فتح ملف التقاط</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>ملفات الالتقاط (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Trackhand::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Trackhand::Notifier</name>
    <message>
        <source>Trackhand has failed</source>
        <translation>فشل Trackhand</translation>
    </message>
    <message>
        <source>Trackhand needs attention</source>
        <translation>يحتاج Trackhand إلى انتباه</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>فشل %1</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>يحتاج %1 إلى انتباه</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to it in the same moment.</source>
        <translation>
            <numerusform>لم يحدث له شيء آخر في اللحظة نفسها.</numerusform>
            <numerusform>حدث له أمر آخر في اللحظة نفسها.</numerusform>
            <numerusform>حدث له أمران آخران في اللحظة نفسها.</numerusform>
            <numerusform>حدثت له %n أمور أخرى في اللحظة نفسها.</numerusform>
            <numerusform>حدث له %n أمرًا آخر في اللحظة نفسها.</numerusform>
            <numerusform>حدث له %n أمر آخر في اللحظة نفسها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>عرض ما حدث</translation>
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
        <translation>يعرض ويدير مساعدي تتبّع الاتصالات العاملين في فضاء المستخدم.</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>عرض معنى الخيارات ثم الخروج.</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>عرض رقم الإصدار ثم الخروج.</translation>
    </message>
    <message>
        <source>The host to show: ssh://[user@]host[:port]. Default: this machine.</source>
        <translation>المضيف المراد عرضه: ‎ssh://[user@]host[:port]‎. الافتراضي: هذا الجهاز.</translation>
    </message>
    <message>
        <source>host</source>
        <translation>مضيف</translation>
    </message>
    <message>
        <source>A configuration file for ssh instead of the user&apos;s own.</source>
        <translation>ملف إعداد لـ ssh بدل ملف المستخدم.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Open the window at a page, or at a helper there: packets, helpers/ftp.</source>
        <translation>فتح النافذة على صفحة أو على مساعد فيها: ‎packets, helpers/ftp‎.</translation>
    </message>
    <message>
        <source>place</source>
        <translation>موضع</translation>
    </message>
    <message>
        <source>Write a picture of each page into this directory and end.</source>
        <translation>كتابة صورة لكل صفحة في هذا الدليل ثم الخروج.</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>دليل</translation>
    </message>
</context>
<context>
    <name>Trackhand::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>لا مساعد بعد</translation>
    </message>
    <message>
        <source>A helper watches one protocol and lets its related connections through: the data connections of FTP, the media streams of SIP. Its packets per second and what happens to it will show here.</source>
        <translation>يراقب المساعد بروتوكولًا واحدًا ويمرّر اتصالاته المرتبطة: اتصالات البيانات في FTP، وتدفقات الوسائط في SIP. ستظهر هنا حزمه في الثانية وما يحدث له.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>إضافة مساعد…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Show the figures of the charts as a table (Ctrl+T)</source>
        <translation>عرض أرقام الرسوم في جدول (Ctrl+T)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Let charts and table stand still (Space)</source>
        <translation>تجميد الرسوم والجدول (Space)</translation>
    </message>
    <message>
        <source>Whose past the charts show</source>
        <translation>لمن الماضي الذي تعرضه الرسوم</translation>
    </message>
    <message>
        <source>How much of the past is shown</source>
        <translation>مقدار الماضي المعروض</translation>
    </message>
    <message>
        <source>How much of the past is shown; as much of it as there is</source>
        <translation>مقدار الماضي المعروض؛ بقدر المتوفر منه</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 د</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 س</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 س</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 س</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>عرض في جدول</translation>
    </message>
    <message>
        <source>All helpers</source>
        <translation>كل المساعدين</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>لم يعد %1 موجودًا.</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>تصدير الأرقام</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>قيم مفصولة بفواصل (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>تعذّرت كتابة %1: %2. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Save the figures that are shown as CSV (Ctrl+S)</source>
        <translation>حفظ الأرقام المعروضة بصيغة CSV (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketActions</name>
    <message>
        <source>Filter for this value</source>
        <translation>ترشيح هذه القيمة</translation>
    </message>
    <message>
        <source>Add this value to the filter</source>
        <translation>إضافة القيمة إلى المرشّح</translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation>استبعاد هذه القيمة</translation>
    </message>
    <message>
        <source>Follow the connection</source>
        <translation>تتبّع الاتصال</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>العلامة التالية</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>العلامة السابقة</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>انتقال إلى…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy this value as a filter</source>
        <translation>نسخ القيمة كمرشّح</translation>
    </message>
    <message>
        <source>Back to the filter before</source>
        <translation>عودة إلى المرشّح السابق</translation>
    </message>
    <message>
        <source>No packet that is shown is marked. %1 marks the selected one.</source>
        <translation>لا علامة على أيّ حزمة معروضة. يضع %1 علامة على المحددة.</translation>
    </message>
    <message>
        <source>This packet has no addresses that say which connection it belongs to.</source>
        <translation>ليس لهذه الحزمة عناوين تبيّن إلى أيّ اتصال تنتمي.</translation>
    </message>
    <message>
        <source>These are too many packets for the clipboard. &quot;Export&quot; writes any number into a file.</source>
        <translation>هذه الحزم أكثر مما تتسع له الحافظة. يكتب «تصدير» أيّ عدد في ملف.</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>الترتيب حسب هذا العمود</translation>
    </message>
    <message>
        <source>In order of arrival</source>
        <translation>بترتيب الوصول</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketDecode</name>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>مدة البقاء</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Length behind</source>
        <translation>الطول بعدها</translation>
    </message>
    <message>
        <source>Hop limit</source>
        <translation>حد القفزات</translation>
    </message>
    <message>
        <source>Extension headers</source>
        <translation>ترويسات الامتداد</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>جزء</translation>
    </message>
    <message>
        <source>not the first one: it has no ports</source>
        <translation>ليس الأول: لا منافذ فيه</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>البروتوكول %1</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>منفذ المصدر</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>منفذ الوجهة</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>التسلسل</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>الإقرار</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>الأعلام</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>الخيارات</translation>
    </message>
    <message>
        <source>the first %1 of %2 bytes</source>
        <translation>أول %1 من %2 بايت</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>shorter than they claim to be</source>
        <translation>أقصر مما تذكر</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>Conntrack</translation>
    </message>
    <message>
        <source>%1, %2 direction</source>
        <translation>%1، الاتجاه %2</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>الخطّاف</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>الواجهات</translation>
    </message>
    <message>
        <source>in by number %1, out by number %2</source>
        <translation>دخول بالرقم %1، خروج بالرقم %2</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>%1, id %2, EtherType 0x%3</source>
        <translation>%1، id %2، EtherType 0x%3</translation>
    </message>
    <message>
        <source>Helper %1</source>
        <translation>المساعد %1</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>وقت الحكم</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>استغرق</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 ميكرو ث</translation>
    </message>
    <message>
        <source>Saw</source>
        <translation>رأى</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقَّع</translation>
    </message>
    <message>
        <source>%1 on this connection</source>
        <translation>%1 على هذا الاتصال</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>not known: replayed from a capture</source>
        <translation>غير معروف: إعادة تشغيل من ملف التقاط</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketExporter</name>
    <message>
        <source>Capture files</source>
        <translation>ملفات الالتقاط</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>قيم مفصولة بفواصل</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>أسطر JSON</translation>
    </message>
    <message>
        <source>the right to read them was not asked for: select a packet and press &quot;Show the bytes&quot;</source>
        <translation>لم يُطلب حق قراءتها: حدّد حزمة واضغط «عرض البايتات»</translation>
    </message>
    <message>
        <source>they do not come through ssh</source>
        <translation>لا تأتي عبر ssh</translation>
    </message>
    <message>
        <source>the capture has none of them</source>
        <translation>لا شيء منها في ملف الالتقاط</translation>
    </message>
    <message>
        <source>newer packets took their place, or nobody looked when they came</source>
        <translation>أخذت حزم أحدث مكانها، أو لم ينظر أحد حين جاءت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Packets written</source>
        <translation>الحزم المكتوبة</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>إلغاء التصدير</translation>
    </message>
    <message>
        <source>Nothing was written to %1.</source>
        <translation>لم يُكتب شيء في %1.</translation>
    </message>
    <message>
        <source>Export packets</source>
        <translation>تصدير الحزم</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>حزم</translation>
    </message>
    <message>
        <source>The export to %1 is not done yet.</source>
        <translation>لم ينتهِ التصدير إلى %1 بعد.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>جارٍ كتابة %1</translation>
    </message>
    <message>
        <source>Shown packets as capture file (pcapng)…</source>
        <translation>الحزم المعروضة كملف التقاط (pcapng)…</translation>
    </message>
    <message>
        <source>Shown packets as CSV…</source>
        <translation>الحزم المعروضة بصيغة CSV…</translation>
    </message>
    <message>
        <source>Shown packets as JSON lines…</source>
        <translation>الحزم المعروضة كأسطر JSON…</translation>
    </message>
    <message>
        <source>Selected packets as capture file (pcapng)…</source>
        <translation>الحزم المحددة كملف التقاط (pcapng)…</translation>
    </message>
    <message>
        <source>Selected packets as CSV…</source>
        <translation>الحزم المحددة بصيغة CSV…</translation>
    </message>
    <message>
        <source>Selected packets as JSON lines…</source>
        <translation>الحزم المحددة كأسطر JSON…</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) written to %1.</source>
        <translation>
            <numerusform>لم تُكتب أيّ حزمة في %1.</numerusform>
            <numerusform>كُتبت حزمة واحدة في %1.</numerusform>
            <numerusform>كُتبت حزمتان في %1.</numerusform>
            <numerusform>كُتبت %n حزم في %1.</numerusform>
            <numerusform>كُتبت %n حزمة في %1.</numerusform>
            <numerusform>كُتبت %n حزمة في %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) went without bytes: %1.</source>
        <translation>
            <numerusform>لا حزمة بلا بايتات: %1.</numerusform>
            <numerusform>حزمة واحدة بلا بايتات: %1.</numerusform>
            <numerusform>حزمتان بلا بايتات: %1.</numerusform>
            <numerusform>%n حزم بلا بايتات: %1.</numerusform>
            <numerusform>%n حزمة بلا بايتات: %1.</numerusform>
            <numerusform>%n حزمة بلا بايتات: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n packet(s) only the first bytes were kept.</source>
        <translation>
            <numerusform>لا حزمة اقتُصر على بايتاتها الأولى.</numerusform>
            <numerusform>لم يُحفظ من حزمة واحدة إلا بايتاتها الأولى.</numerusform>
            <numerusform>لم يُحفظ من حزمتين إلا بايتاتهما الأولى.</numerusform>
            <numerusform>لم يُحفظ من %n حزم إلا بايتاتها الأولى.</numerusform>
            <numerusform>لم يُحفظ من %n حزمة إلا بايتاتها الأولى.</numerusform>
            <numerusform>لم يُحفظ من %n حزمة إلا بايتاتها الأولى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketModel</name>
    <message>
        <source>From reading the packet to its verdict, in microseconds</source>
        <translation>من قراءة الحزمة إلى الحكم فيها، بالميكروثانية</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Len</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>Conntrack</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>ميكرو ث</translation>
    </message>
    <message>
        <source>What the helper saw</source>
        <translation>ما رآه المساعد</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>معلَّمة</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPane</name>
    <message>
        <source>No packet selected</source>
        <translation>لا حزمة محددة</translation>
    </message>
    <message>
        <source>Choose one in the table to see what is in it, byte by byte.</source>
        <translation>اختر واحدة من الجدول لترى ما فيها، بايتًا بايتًا.</translation>
    </message>
    <message>
        <source>The packet&apos;s fields</source>
        <translation>حقول الحزمة</translation>
    </message>
    <message>
        <source>Copy as hexadecimal digits</source>
        <translation>نسخ كأرقام ست عشرية</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>The bytes are not shown</source>
        <translation>البايتات غير معروضة</translation>
    </message>
    <message>
        <source>Reading what is in other people&apos;s packets is a right of its own. The system may ask for a password.</source>
        <translation>قراءة ما في حزم الآخرين حق قائم بذاته. قد يطلب النظام كلمة مرور.</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>عرض البايتات</translation>
    </message>
    <message>
        <source>Asking for the bytes</source>
        <translation>جارٍ طلب البايتات</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>قد يكون النظام في انتظار كلمة مرور.</translation>
    </message>
    <message>
        <source>The bytes may not be read</source>
        <translation>لا يُسمح بقراءة البايتات</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>السؤال مجددًا</translation>
    </message>
    <message>
        <source>No bytes from another machine</source>
        <translation>لا بايتات من جهاز آخر</translation>
    </message>
    <message>
        <source>This window gets no bytes through ssh. There, &quot;trackhandctl watch packets --pcapng FILE&quot; keeps them.</source>
        <translation>لا تصل هذه النافذةَ بايتات عبر ssh. هناك يحفظها الأمر «trackhandctl watch packets --pcapng FILE».</translation>
    </message>
    <message>
        <source>No bytes of this packet</source>
        <translation>لا بايتات لهذه الحزمة</translation>
    </message>
    <message>
        <source>The backend keeps the bytes of the newest packets only, and only while somebody looks at them. Choose one that has come since.</source>
        <translation>لا يحتفظ الخادم الخلفي إلا ببايتات أحدث الحزم، وفقط ما دام أحد ينظر إليها. اختر حزمة جاءت بعد ذلك.</translation>
    </message>
    <message>
        <source>The capture has none of them.</source>
        <translation>لا شيء منها في ملف الالتقاط.</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPlace</name>
    <message>
        <source>no packet is shown</source>
        <translation>لا حزمة معروضة</translation>
    </message>
    <message>
        <source>this is neither a packet&apos;s number nor a time such as 14:02:11.203 or 2026-01-02 14:02</source>
        <translation>هذا ليس رقم حزمة ولا وقتًا مثل 14:02:11.203 أو ‎2026-01-02 14:02‎</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketProfiles</name>
    <message>
        <source>the settings could not be kept in %1: is it yours, is there space, is it what Trackhand wrote?</source>
        <translation>تعذّر حفظ الإعدادات في %1: هل هو ملكك، وهل هناك مساحة، وهل هو ما كتبه Trackhand؟</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketTreeModel</name>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketsPage</name>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Keep back what arrives (Space)</source>
        <translation>احتجاز ما يصل (Space)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>تتبّع</translation>
    </message>
    <message>
        <source>Stay at the newest packet (F)</source>
        <translation>البقاء عند أحدث حزمة (F)</translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation>لا حزمة بعد</translation>
    </message>
    <message>
        <source>Every packet that a helper judges shows here, with its verdict and what the helper saw in it. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>تظهر هنا كل حزمة يحكم فيها مساعد، مع حكمها وما رآه المساعد فيها. لم يأتِ شيء حتى الآن: هل هناك مساعد يعمل، وقاعدة تعطيه حركة، وحركة؟</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>إضافة مساعد…</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>Filter packets</source>
        <translation>ترشيح الحزم</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 lost</source>
        <translation>المعروض %1 من %2، الضائع %3</translation>
    </message>
    <message>
        <source>%1 kept back</source>
        <translation>المحتجز %1</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>عرض تدفّقه</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Columns, colours and profiles</source>
        <translation>الأعمدة والألوان وملفات التعريف</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Write packets into a file</source>
        <translation>كتابة الحزم في ملف</translation>
    </message>
    <message>
        <source>Only in order of arrival (Shift+S)</source>
        <translation>بترتيب الوصول فقط (Shift+S)</translation>
    </message>
    <message>
        <source>%1 to be sorted in</source>
        <translation>%1 بانتظار الإدراج في الترتيب</translation>
    </message>
    <message>
        <source>%1 not looked at</source>
        <translation>%1 لم تُفحص</translation>
    </message>
</context>
<context>
    <name>Trackhand::PlanText</name>
    <message>
        <source> and </source>
        <translation> و </translation>
    </message>
    <message>
        <source>every %1 connection</source>
        <translation>كل اتصالات %1</translation>
    </message>
    <message>
        <source>%1 connections to ports %2</source>
        <translation>اتصالات %1 إلى المنافذ %2</translation>
    </message>
    <message>
        <source>%1 connections to port %2</source>
        <translation>اتصالات %1 إلى المنفذ %2</translation>
    </message>
    <message>
        <source>of servers behind this machine</source>
        <translation>لخوادم خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>of the server %1 behind this machine</source>
        <translation>للخادم %1 خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>from clients behind this machine</source>
        <translation>من عملاء خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>from the clients %1 behind this machine</source>
        <translation>من العملاء %1 خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>that this machine opens or accepts</source>
        <translation>التي يفتحها هذا الجهاز أو يقبلها</translation>
    </message>
    <message>
        <source>that this machine opens</source>
        <translation>التي يفتحها هذا الجهاز</translation>
    </message>
    <message>
        <source>that this machine accepts</source>
        <translation>التي يقبلها هذا الجهاز</translation>
    </message>
    <message>
        <source>%1 will judge %2 %3</source>
        <translation>سيحكم %1 في %2 %3</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>، من %1</translation>
    </message>
    <message>
        <source>, to %1</source>
        <translation>، إلى %1</translation>
    </message>
    <message>
        <source>, by the interface %1</source>
        <translation>، عبر الواجهة %1</translation>
    </message>
    <message>
        <source>, arriving on %1</source>
        <translation>، واردة على %1</translation>
    </message>
    <message>
        <source>, IPv6 only</source>
        <translation>، IPv6 فقط</translation>
    </message>
    <message>
        <source>, IPv4 only</source>
        <translation>، IPv4 فقط</translation>
    </message>
    <message>
        <source>%1 is every address. Name the network that is meant, or leave the field empty.</source>
        <translation>يعني %1 كل العناوين. سمِّ الشبكة المقصودة أو اترك الحقل فارغًا.</translation>
    </message>
    <message>
        <source>This is wide: every packet of %1 takes the longer way through the helper. Name the ports, an address or an interface.</source>
        <translation>هذا واسع: كل حزمة من %1 تسلك الطريق الأطول عبر المساعد. سمِّ المنافذ أو عنوانًا أو واجهة.</translation>
    </message>
    <message>
        <source>Any server is meant. If it is one of your own, its address in &quot;To&quot; keeps the others out.</source>
        <translation>المقصود أيّ خادم. إن كان من خوادمك فعنوانه في «إلى» يستبعد غيره.</translation>
    </message>
    <message>
        <source>Clients on every side are meant. Your network in &quot;From&quot;, or the interface it is on, keeps strangers out.</source>
        <translation>المقصود عملاء من كل جهة. شبكتك في «من»، أو الواجهة التي هي عليها، تستبعد الغرباء.</translation>
    </message>
    <message>
        <source>A helper has 1 to 4 expectation classes.</source>
        <translation>للمساعد من 1 إلى 4 أصناف توقّع.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no class name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>ليس «%1» اسم صنف: فهو من 1 إلى 15 حرفًا أو رقمًا أو ‎. _ -‎.</translation>
    </message>
    <message>
        <source>Two classes are called %1. Give each its own name.</source>
        <translation>صنفان اسمهما %1. أعطِ كلًا منهما اسمه.</translation>
    </message>
    <message>
        <source>The class %1 can expect 1 to 255 connections.</source>
        <translation>يمكن للصنف %1 أن يتوقّع من 1 إلى 255 اتصالًا.</translation>
    </message>
    <message>
        <source>The class %1 can wait 1 to %2 seconds.</source>
        <translation>يمكن للصنف %1 أن ينتظر من 1 إلى %2 ثانية.</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>اختر IPv4 أو IPv6 أو كليهما.</translation>
    </message>
    <message>
        <source>Choose tcp, udp or both.</source>
        <translation>اختر tcp أو udp أو كليهما.</translation>
    </message>
    <message>
        <source>Choose the connections this machine opens, those it accepts, or both.</source>
        <translation>اختر الاتصالات التي يفتحها هذا الجهاز أو التي يقبلها أو كلتيهما.</translation>
    </message>
    <message>
        <source>&quot;From&quot; and &quot;To&quot; are of different families. Write both as IPv4 or both as IPv6.</source>
        <translation>«من» و«إلى» من عائلتين مختلفتين. اكتب كليهما IPv4 أو كليهما IPv6.</translation>
    </message>
    <message>
        <source>The address is IPv6. Tick IPv6 or leave the address out.</source>
        <translation>العنوان من IPv6. حدّد IPv6 أو اترك العنوان.</translation>
    </message>
    <message>
        <source>The address is IPv4. Tick IPv4 or leave the address out.</source>
        <translation>العنوان من IPv4. حدّد IPv4 أو اترك العنوان.</translation>
    </message>
</context>
<context>
    <name>Trackhand::PolicyTable</name>
    <message>
        <source>Class</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>في آن واحد</translation>
    </message>
    <message>
        <source>Wait, s</source>
        <translation>الانتظار، ث</translation>
    </message>
    <message>
        <source>Expected connections of one connection at a time, 1 to 255</source>
        <translation>الاتصالات المتوقَّعة لاتصال واحد في آن واحد، من 1 إلى 255</translation>
    </message>
    <message>
        <source>Seconds until an expected connection is no longer let in</source>
        <translation>الثواني حتى لا يُسمح بعدها بدخول الاتصال المتوقَّع</translation>
    </message>
    <message>
        <source>Expectation classes</source>
        <translation>أصناف التوقّع</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProfileMenu</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>قواعد الألوان…</translation>
    </message>
    <message>
        <source>The profile %1 was replaced.</source>
        <translation>تم استبدال ملف التعريف %1.</translation>
    </message>
    <message>
        <source>The profile %1 keeps columns, colours and the filter.</source>
        <translation>يحفظ ملف التعريف %1 الأعمدة والألوان والمرشّح.</translation>
    </message>
    <message>
        <source>The profile %1 was deleted.</source>
        <translation>تم حذف ملف التعريف %1.</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>الأعمدة كما كانت أولًا</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>ملف التعريف: %1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>Save as a new profile…</source>
        <translation>حفظ كملف تعريف جديد…</translation>
    </message>
    <message>
        <source>Keep the filter in this profile</source>
        <translation>حفظ المرشّح في ملف التعريف هذا</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>حذف ملف التعريف هذا</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>ملف تعريف جديد</translation>
    </message>
    <message>
        <source>A name for these columns, colours and this filter:</source>
        <translation>اسم لهذه الأعمدة والألوان ولهذا المرشّح:</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>يحتاج ملف التعريف إلى اسم.</translation>
    </message>
    <message>
        <source>Keep %1 packets…</source>
        <translation>الاحتفاظ بـ %1 حزمة…</translation>
    </message>
    <message>
        <source>Packets to keep</source>
        <translation>الحزم المحتفظ بها</translation>
    </message>
    <message>
        <source>The table keeps so many of the newest packets. A million takes 60 to 100 MB of memory.</source>
        <translation>يحتفظ الجدول بهذا العدد من أحدث الحزم. المليون يشغل من 60 إلى 100 ميغابايت من الذاكرة.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolList</name>
    <message>
        <source>%1 port %2</source>
        <translation>منفذ %1 %2</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>البروتوكولات</translation>
    </message>
    <message>
        <source>Observe any traffic</source>
        <translation>مراقبة أيّ حركة</translation>
    </message>
    <message>
        <source>module, %1</source>
        <extracomment>In front: a helper that is code of the host&apos;s own, not a built-in one. %1 is its traffic, like &quot;tcp port 7000&quot;.</extracomment>
        <translation>وحدة، %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolStep</name>
    <message>
        <source>Search by name, port or what it does</source>
        <translation>البحث بالاسم أو المنفذ أو الوظيفة</translation>
    </message>
    <message>
        <source>Search the protocols</source>
        <translation>البحث في البروتوكولات</translation>
    </message>
    <message>
        <source>&amp;Name of the helper</source>
        <translation>اس&amp;م المساعد</translation>
    </message>
    <message>
        <source>Reading the protocols of the backend …</source>
        <translation>جارٍ قراءة بروتوكولات الخادم الخلفي …</translation>
    </message>
    <message>
        <source>registered by another program</source>
        <translation>سجّله برنامج آخر</translation>
    </message>
    <message>
        <source>added already</source>
        <translation>مضاف من قبل</translation>
    </message>
    <message>
        <source>The protocols could not be read: %1</source>
        <translation>تعذّرت قراءة البروتوكولات: %1</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>أ&amp;عد المحاولة</translation>
    </message>
    <message>
        <source>All of these are added already. Search for another one.</source>
        <translation>كلها مضافة من قبل. ابحث عن غيرها.</translation>
    </message>
    <message>
        <source>A helper called %1 is there already. Give this one another name.</source>
        <translation>يوجد مساعد اسمه %1. أعطِ هذا اسمًا آخر.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RecordButton</name>
    <message>
        <source>There is no helper</source>
        <translation>لا يوجد مساعد</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>لا خادم خلفي</translation>
    </message>
    <message>
        <source>Record what %1 sees</source>
        <translation>تسجيل ما يراه %1</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng)</source>
        <translation>ملفات الالتقاط (*.pcapng)</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>لا يُسجَّل شيء: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded: the bytes of packets do not come through ssh. On that machine: trackhandctl watch packets --helper %1 --pcapng FILE</source>
        <translation>لا يُسجَّل شيء: بايتات الحزم لا تصل عبر ssh. على ذلك الجهاز: trackhandctl watch packets --helper %1 --pcapng FILE</translation>
    </message>
    <message>
        <source>%1 saw no packet meanwhile. Nothing was written.</source>
        <translation>لم يرَ %1 أي حزمة في هذه الأثناء. لم يُكتب شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) recorded.</source>
        <translation>
            <numerusform>لم تُسجَّل أي حزمة.</numerusform>
            <numerusform>سُجِّلت حزمة واحدة.</numerusform>
            <numerusform>سُجِّلت حزمتان.</numerusform>
            <numerusform>سُجِّلت %n حزم.</numerusform>
            <numerusform>سُجِّلت %n حزمة.</numerusform>
            <numerusform>سُجِّلت %n حزمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
    <message>
        <source>It is full: more is not kept.</source>
        <translation>التسجيل ممتلئ: لا يُحفظ المزيد.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without bytes.</source>
        <translation>
            <numerusform>لا واحدة منها بلا بايتات.</numerusform>
            <numerusform>واحدة منها بلا بايتات.</numerusform>
            <numerusform>اثنتان منها بلا بايتات.</numerusform>
            <numerusform>%n منها بلا بايتات.</numerusform>
            <numerusform>%n منها بلا بايتات.</numerusform>
            <numerusform>%n منها بلا بايتات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cut short.</source>
        <translation>
            <numerusform>لا واحدة منها مقتطعة.</numerusform>
            <numerusform>واحدة منها مقتطعة.</numerusform>
            <numerusform>اثنتان منها مقتطعتان.</numerusform>
            <numerusform>%n منها مقتطعة.</numerusform>
            <numerusform>%n منها مقتطعة.</numerusform>
            <numerusform>%n منها مقتطعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came too fast or while the window was hidden.</source>
        <translation>
            <numerusform>لم تأتِ أخرى بسرعة زائدة أو والنافذة مخفية.</numerusform>
            <numerusform>جاءت واحدة أخرى بسرعة زائدة أو والنافذة مخفية.</numerusform>
            <numerusform>جاءت اثنتان أخريان بسرعة زائدة أو والنافذة مخفية.</numerusform>
            <numerusform>جاءت %n أخرى بسرعة زائدة أو والنافذة مخفية.</numerusform>
            <numerusform>جاءت %n أخرى بسرعة زائدة أو والنافذة مخفية.</numerusform>
            <numerusform>جاءت %n أخرى بسرعة زائدة أو والنافذة مخفية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop (%1)</source>
        <translation>إيقاف (%1)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Stop recording what %1 sees, and run the script over it</source>
        <translation>إيقاف تسجيل ما يراه %1 وتشغيل السكربت عليه</translation>
    </message>
    <message>
        <source>Record what a helper sees while the window is shown, at most 200,000 packets or 64 MiB</source>
        <translation>تسجيل ما يراه مساعد ما دامت النافذة ظاهرة، 200,000 حزمة أو 64 MiB على الأكثر</translation>
    </message>
</context>
<context>
    <name>Trackhand::ResultTables</name>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>التوقّعات</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Packets that the script saw</source>
        <translation>الحزم التي رآها السكربت</translation>
    </message>
    <message>
        <source>What the script expected</source>
        <translation>ما توقّعه السكربت</translation>
    </message>
    <message>
        <source>Connections, and those that were expected on them</source>
        <translation>الاتصالات وما تُوُقِّع عليها</translation>
    </message>
    <message>
        <source>Packets at which the script came to an early end</source>
        <translation>الحزم التي انتهى عندها السكربت مبكرًا</translation>
    </message>
    <message>
        <source>What changed since the last run</source>
        <translation>ما تغيّر منذ التشغيل الأخير</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>الانتقال إلى السطر</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>لا شيء للمقارنة</translation>
    </message>
    <message>
        <source>After the second run over the same capture, what it does otherwise than the one before stands here.</source>
        <translation>بعد التشغيل الثاني على ملف الالتقاط نفسه يظهر هنا ما يختلف عمّا قبله.</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>لا تغيير</translation>
    </message>
    <message>
        <source>This run did exactly what the last one did.</source>
        <translation>فعل هذا التشغيل ما فعله الذي قبله تمامًا.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
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
        <translation>الطابور %1</translation>
    </message>
    <message>
        <source>First free queue</source>
        <translation>أول طابور متاح</translation>
    </message>
    <message>
        <source>expects %1 × %2 for %3 s</source>
        <translation>يتوقّع %1 × %2 لمدة %3 ث</translation>
    </message>
    <message>
        <source>&amp;nftables</source>
        <translation>&amp;nftables</translation>
    </message>
    <message>
        <source>n&amp;fct and iptables</source>
        <translation>n&amp;fct وiptables</translation>
    </message>
    <message>
        <source>&amp;trackhandctl</source>
        <translation>&amp;trackhandctl</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>نسخ النص المعروض</translation>
    </message>
    <message>
        <source>Asking the backend for the rules …</source>
        <translation>جارٍ طلب القواعد من الخادم الخلفي …</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>لا يقبل الخادم الخلفي هذه القاعدة: %1</translation>
    </message>
    <message>
        <source>Change &amp;it</source>
        <translation>ت&amp;غييرها</translation>
    </message>
    <message>
        <source>Registering %1 …</source>
        <translation>جارٍ تسجيل %1 …</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>جارٍ إضافة القاعدة …</translation>
    </message>
    <message>
        <source>Starting %1 …</source>
        <translation>جارٍ تشغيل %1 …</translation>
    </message>
    <message>
        <source>Taking it back …</source>
        <translation>جارٍ التراجع …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>توقّف.</translation>
    </message>
    <message>
        <source>%1 could not be registered: %2</source>
        <translation>تعذّر تسجيل %1: %2</translation>
    </message>
    <message>
        <source>The rule could not be added: %1</source>
        <translation>تعذّرت إضافة القاعدة: %1</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>تعذّر تشغيل %1: %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>It could not be taken back either (%1): delete %2 on the Helpers page.</source>
        <translation>وتعذّر التراجع أيضًا (%1): احذف %2 من صفحة «المساعدون».</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleAdvisor</name>
    <message>
        <source>Choose the helper that shall get this traffic.</source>
        <translation>اختر المساعد الذي يُعطى هذه الحركة.</translation>
    </message>
    <message>
        <source>Choose at least one of the two.</source>
        <translation>اختر واحدًا منهما على الأقل.</translation>
    </message>
    <message>
        <source>A rule has one interface only. Make two rules.</source>
        <translation>للقاعدة واجهة واحدة فقط. أنشئ قاعدتين.</translation>
    </message>
    <message>
        <source>Own packets arrive on none: choose prerouting alone, or leave this empty.</source>
        <translation>حزم الجهاز لا ترد على أيّ واجهة: اختر prerouting وحده أو اتركها فارغة.</translation>
    </message>
    <message>
        <source>Forwarded packets choose theirs later: choose output alone, or leave this empty.</source>
        <translation>الحزم الممرَّرة تختار واجهتها لاحقًا: اختر output وحده أو اتركها فارغة.</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>اختر IPv4 أو IPv6 أو كليهما.</translation>
    </message>
    <message>
        <source>This is %1, and &quot;From&quot; is %2.</source>
        <translation>هذا %1، و«من» هو %2.</translation>
    </message>
    <message>
        <source>This is %1: choose it below, too.</source>
        <translation>هذا %1: اختره أدناه أيضًا.</translation>
    </message>
    <message>
        <source>Nobody has registered %1: the kernel will load a helper of its own by this name, if it has one.</source>
        <translation>لم يسجّل أحد %1: ستحمّل النواة مساعدًا لها بهذا الاسم إن وُجد.</translation>
    </message>
    <message>
        <source>%1 is registered for %2 alone.</source>
        <translation>سُجّل %1 لأجل %2 وحده.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و </translation>
    </message>
    <message>
        <source>%1 is not registered for %2.</source>
        <translation>لم يُسجّل %1 لأجل %2.</translation>
    </message>
    <message>
        <source>This is every address. Name the network that is meant.</source>
        <translation>هذا كل العناوين. سمِّ الشبكة المقصودة.</translation>
    </message>
    <message>
        <source>Wide: each packet of all these connections takes the longer way. Name the ports.</source>
        <translation>واسع: كل حزمة من كل هذه الاتصالات تسلك الطريق الأطول. سمِّ المنافذ.</translation>
    </message>
    <message>
        <source>Strangers too may have ports opened. Name your network, or the interface it is on.</source>
        <translation>قد تُفتح منافذ للغرباء أيضًا. سمِّ شبكتك أو الواجهة التي هي عليها.</translation>
    </message>
    <message>
        <source>Or name the server, if it is one of your own.</source>
        <translation>أو سمِّ الخادم إن كان من خوادمك.</translation>
    </message>
    <message>
        <source>Any server is meant. Name it, if there is only one.</source>
        <translation>المقصود أيّ خادم. سمِّه إن كان واحدًا.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleColors</name>
    <message>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleCommands</name>
    <message>
        <source>
# rule %1
</source>
        <translation>
# القاعدة %1
</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleDeed</name>
    <message>
        <source>add rule %1 of %2</source>
        <translation>إضافة القاعدة %1 (%2)</translation>
    </message>
    <message>
        <source>change rule %1 of %2</source>
        <translation>تغيير القاعدة %1 (%2)</translation>
    </message>
    <message>
        <source>delete rule %1 of %2</source>
        <translation>حذف القاعدة %1 (%2)</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was added.</source>
        <translation>تمت إضافة القاعدة %1 (%2).</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was changed.</source>
        <translation>تم تغيير القاعدة %1 (%2).</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was deleted.</source>
        <translation>تم حذف القاعدة %1 (%2).</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleEditor</name>
    <message>
        <source>Add rule</source>
        <translation>إضافة قاعدة</translation>
    </message>
    <message>
        <source>Change rule %1 of %2</source>
        <translation>تغيير القاعدة %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Change rule</source>
        <translation>&amp;تغيير القاعدة</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>إ&amp;ضافة القاعدة</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>لا يقبل الخادم الخلفي هذه القاعدة: %1</translation>
    </message>
    <message>
        <source>&amp;Begin with…</source>
        <translation>ال&amp;بدء من…</translation>
    </message>
    <message>
        <source>Rules that many people need, to be made narrower</source>
        <translation>قواعد يحتاج إليها كثيرون، لتضييقها</translation>
    </message>
    <message>
        <source>The rule keeps its number and its place; its counters begin anew. Connections that exist keep the helper they have.</source>
        <translation>تحتفظ القاعدة برقمها وموضعها، وتبدأ عدّاداتها من جديد. تحتفظ الاتصالات القائمة بمساعدها.</translation>
    </message>
    <message>
        <source>New connections get the helper; those that exist already stay as they are.</source>
        <translation>تنال الاتصالات الجديدة المساعد؛ وتبقى القائمة كما هي.</translation>
    </message>
    <message>
        <source>Changing the rule …</source>
        <translation>جارٍ تغيير القاعدة …</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>جارٍ إضافة القاعدة …</translation>
    </message>
    <message>
        <source>The rule stays as it was: %1</source>
        <translation>تبقى القاعدة كما كانت: %1</translation>
    </message>
    <message>
        <source>The rule was not added: %1</source>
        <translation>لم تُضف القاعدة: %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleForm</name>
    <message>
        <source>&amp;every port</source>
        <translation>&amp;كل المنافذ</translation>
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
        <translation>واردة على أيّ واجهة</translation>
    </message>
    <message>
        <source>leaving by any</source>
        <translation>صادرة عبر أيّ واجهة</translation>
    </message>
    <message>
        <source>&amp;Helper</source>
        <translation>الم&amp;ساعد</translation>
    </message>
    <message>
        <source>Trans&amp;port</source>
        <translation>ال&amp;نقل</translation>
    </message>
    <message>
        <source>Port&amp;s</source>
        <translation>المنا&amp;فذ</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>الخطّافات</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>ال&amp;واجهة</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Destination ports</source>
        <translation>منافذ الوجهة</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>منافذ الوجهة ونطاقاتها: ‎21, 2121, 8000-8010‎</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>أيّ عنوان</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>من أين تأتي الاتصالات: عنوان أو شبكة، 10.0.1.0/24</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>إلى أين تذهب الاتصالات: عنوان أو شبكة، 10.0.2.2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>What comes from the network, for this machine or through it</source>
        <translation>ما يأتي من الشبكة، لهذا الجهاز أو عبره</translation>
    </message>
    <message>
        <source>What this machine sends itself</source>
        <translation>ما يرسله هذا الجهاز نفسه</translation>
    </message>
    <message>
        <source>Interface on which packets arrive</source>
        <translation>الواجهة التي ترد عليها الحزم</translation>
    </message>
    <message>
        <source>The interface on which packets arrive; prerouting knows it</source>
        <translation>الواجهة التي ترد عليها الحزم؛ يعرفها prerouting</translation>
    </message>
    <message>
        <source>Interface by which packets leave</source>
        <translation>الواجهة التي تصدر عبرها الحزم</translation>
    </message>
    <message>
        <source>The interface by which packets leave; output knows it</source>
        <translation>الواجهة التي تصدر عبرها الحزم؛ يعرفها output</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>كل المنافذ</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1، كالمعتاد</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHistory</name>
    <message>
        <source>not connected yet</source>
        <translation>غير متصل بعد</translation>
    </message>
    <message>
        <source>rule %1 has been deleted meanwhile</source>
        <translation>حُذفت القاعدة %1 في هذه الأثناء</translation>
    </message>
    <message>
        <source>another change is under way; try again when it has ended</source>
        <translation>تغيير آخر جارٍ؛ أعد المحاولة حين ينتهي</translation>
    </message>
    <message>
        <source>the rule has been deleted meanwhile</source>
        <translation>حُذفت القاعدة في هذه الأثناء</translation>
    </message>
    <message>
        <source>the rule has been changed meanwhile</source>
        <translation>تغيّرت القاعدة في هذه الأثناء</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>تم التراجع: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>تمت الإعادة: %1.</translation>
    </message>
    <message>
        <source>Could not undo &quot;%1&quot;: %2.</source>
        <translation>تعذّر التراجع عن «%1»: %2.</translation>
    </message>
    <message>
        <source>Could not redo &quot;%1&quot;: %2.</source>
        <translation>تعذّرت إعادة «%1»: %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHitText</name>
    <message>
        <source>The packet comes from the network; the rule is for what this machine sends.</source>
        <translation>تأتي الحزمة من الشبكة؛ والقاعدة لما يرسله هذا الجهاز.</translation>
    </message>
    <message>
        <source>This machine sends the packet; the rule is for what comes from the network.</source>
        <translation>يرسل هذا الجهاز الحزمة؛ والقاعدة لما يأتي من الشبكة.</translation>
    </message>
    <message>
        <source>The packet&apos;s interface is not said; the rule is for %1.</source>
        <translation>لم تُذكر واجهة الحزمة؛ والقاعدة لـ %1.</translation>
    </message>
    <message>
        <source>The packet arrives on %1; the rule is for %2.</source>
        <translation>ترد الحزمة على %1؛ والقاعدة لـ %2.</translation>
    </message>
    <message>
        <source>The packet leaves by %1; the rule is for %2.</source>
        <translation>تصدر الحزمة عبر %1؛ والقاعدة لـ %2.</translation>
    </message>
    <message>
        <source>The packet is IPv6; the rule is for IPv4.</source>
        <translation>الحزمة من IPv6؛ والقاعدة لـ IPv4.</translation>
    </message>
    <message>
        <source>The packet is IPv4; the rule is for IPv6.</source>
        <translation>الحزمة من IPv4؛ والقاعدة لـ IPv6.</translation>
    </message>
    <message>
        <source>The packet comes from %1; the rule is for %2.</source>
        <translation>تأتي الحزمة من %1؛ والقاعدة لـ %2.</translation>
    </message>
    <message>
        <source>The packet goes to %1; the rule is for %2.</source>
        <translation>تذهب الحزمة إلى %1؛ والقاعدة لـ %2.</translation>
    </message>
    <message>
        <source>The packet is %1; the rule is for %2.</source>
        <translation>الحزمة من %1؛ والقاعدة لـ %2.</translation>
    </message>
    <message>
        <source>The packet goes to port %1; the rule is for %2.</source>
        <translation>تذهب الحزمة إلى المنفذ %1؛ والقاعدة لـ %2.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleModel</name>
    <message>
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>any on %1</source>
        <translation>أيّ على %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>الخطّافات</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>الحزم</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>البايتات</translation>
    </message>
    <message>
        <source>%1, every port</source>
        <translation>%1، كل المنافذ</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>منفذ %1 %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulePreviewPane</name>
    <message>
        <source>The rule in nftables&apos; words</source>
        <translation>القاعدة بصياغة nftables</translation>
    </message>
    <message>
        <source>iptables commands that say the same</source>
        <translation>أوامر iptables التي تقول الشيء نفسه</translation>
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
        <translation>نس&amp;خ</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>نسخ النص المعروض</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleTemplates</name>
    <message>
        <source>FTP server behind this router</source>
        <translation>خادم FTP خلف هذا الموجّه</translation>
    </message>
    <message>
        <source>FTP clients behind this router</source>
        <translation>عملاء FTP خلف هذا الموجّه</translation>
    </message>
    <message>
        <source>FTP from this machine</source>
        <translation>FTP من هذا الجهاز</translation>
    </message>
    <message>
        <source>SIP phones in the LAN</source>
        <translation>هواتف SIP في الشبكة المحلية</translation>
    </message>
    <message>
        <source>H.323 phones in the LAN</source>
        <translation>هواتف H.323 في الشبكة المحلية</translation>
    </message>
    <message>
        <source>TFTP boot server</source>
        <translation>خادم إقلاع TFTP</translation>
    </message>
    <message>
        <source>RTSP cameras and players</source>
        <translation>كاميرات ومشغّلات RTSP</translation>
    </message>
    <message>
        <source>IRC clients that send files</source>
        <translation>عملاء IRC يرسلون ملفات</translation>
    </message>
    <message>
        <source>PPTP clients behind this router</source>
        <translation>عملاء PPTP خلف هذا الموجّه</translation>
    </message>
    <message>
        <source>Windows names looked up from this machine</source>
        <translation>أسماء Windows المستعلَم عنها من هذا الجهاز</translation>
    </message>
    <message>
        <source>Printers and speakers found from this machine (mDNS)</source>
        <translation>طابعات وسماعات يجدها هذا الجهاز (mDNS)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>المحدد</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>لا قاعدة بعد</translation>
    </message>
    <message>
        <source>A helper sees only the traffic that a rule gives to it. Rules live in a table of their own, &quot;inet trackhand&quot;; nothing else of your firewall is touched. Adding a helper makes its rules, too.</source>
        <translation>لا يرى المساعد إلا الحركة التي تعطيه إياها قاعدة. القواعد في جدول خاص بها، «inet trackhand»؛ ولا يُمسّ شيء آخر من جدارك الناري. إضافة مساعد تنشئ قواعده أيضًا.</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>إضافة مساعد…</translation>
    </message>
    <message>
        <source>Delete rule %1</source>
        <translation>حذف القاعدة %1</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>إضافة قاعدة…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>What can be done with the selected rule</source>
        <translation>ما يمكن فعله بالقاعدة المحددة</translation>
    </message>
    <message>
        <source>Change rule %1…</source>
        <translation>تغيير القاعدة %1…</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>تراجع: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>إعادة: %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Give a helper more traffic (Ctrl+R)</source>
        <translation>إعطاء مساعد حركة أكثر (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPanes</name>
    <message>
        <source>The rule as nftables has it</source>
        <translation>القاعدة كما هي في nftables</translation>
    </message>
    <message>
        <source>The table inet trackhand as nftables lists it</source>
        <translation>الجدول inet trackhand كما يسرده nftables</translation>
    </message>
    <message>
        <source>nfct and iptables commands that do the same</source>
        <translation>أوامر nfct وiptables التي تفعل الشيء نفسه</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>هذه القاعدة</translation>
    </message>
    <message>
        <source>Whole table</source>
        <translation>الجدول كله</translation>
    </message>
    <message>
        <source>nfct and iptables</source>
        <translation>nfct وiptables</translation>
    </message>
    <message>
        <source>Which rule?</source>
        <translation>أيّ قاعدة؟</translation>
    </message>
    <message>
        <source>The nftables table &quot;inet trackhand&quot; as the kernel has it now, with its counters</source>
        <translation>جدول nftables «inet trackhand» كما هو في النواة الآن، مع عدّاداته</translation>
    </message>
    <message>
        <source>What would do the same by hand, without Trackhand</source>
        <translation>ما يفعل الشيء نفسه يدويًا، بدون Trackhand</translation>
    </message>
    <message>
        <source>Which rule would this packet meet?</source>
        <translation>أيّ قاعدة ستصادف هذه الحزمة؟</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>نسخ النص المعروض</translation>
    </message>
    <message>
        <source># There is no table &quot;inet trackhand&quot; yet.</source>
        <translation># لا يوجد جدول «inet trackhand» بعد.</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPacketModel</name>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Of the script, from 1</source>
        <translation>من السكربت، ابتداءً من 1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPane</name>
    <message>
        <source>Capture…</source>
        <translation>ملف الالتقاط…</translation>
    </message>
    <message>
        <source>Run after saving</source>
        <translation>التشغيل بعد الحفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>The pcap or pcapng file that the script runs over; it can be dropped here, too</source>
        <translation>ملف pcap أو pcapng الذي يعمل عليه السكربت؛ ويمكن إفلاته هنا أيضًا</translation>
    </message>
    <message>
        <source>Run again each time the script was saved</source>
        <translation>إعادة التشغيل كلما حُفظ السكربت</translation>
    </message>
    <message>
        <source>How much of the capture was read</source>
        <translation>مقدار ما قُرئ من ملف الالتقاط</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>إلغاء التشغيل</translation>
    </message>
    <message>
        <source>Capture for the script</source>
        <translation>ملف التقاط للسكربت</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>ملفات الالتقاط (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>No capture yet</source>
        <translation>لا ملف التقاط بعد</translation>
    </message>
    <message>
        <source>A helper is written against a capture, because a capture says the same thing every time. Choose a pcap or pcapng file, or drop one here; then run the script over it.</source>
        <translation>يُكتب المساعد على ملف التقاط لأن الملف يقول الشيء نفسه كل مرة. اختر ملف pcap أو pcapng أو أفلته هنا، ثم شغّل السكربت عليه.</translation>
    </message>
    <message>
        <source>Choose a capture…</source>
        <translation>اختيار ملف التقاط…</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>لم يُشغَّل بعد</translation>
    </message>
    <message>
        <source>Run the script (F5) to see what it does with this capture.</source>
        <translation>شغّل السكربت (F5) لترى ما يفعله بملف الالتقاط هذا.</translation>
    </message>
    <message>
        <source>The script cannot run</source>
        <translation>لا يمكن تشغيل السكربت</translation>
    </message>
    <message>
        <source>The capture cannot be read</source>
        <translation>تتعذّر قراءة ملف الالتقاط</translation>
    </message>
    <message>
        <source>The script saw no packet</source>
        <translation>لم يرَ السكربت أي حزمة</translation>
    </message>
    <message>
        <source>Of the frames in this capture none belongs to a connection of the protocols and ports that the script&apos;s table names. Frames: %1.</source>
        <translation>لا ينتمي أي إطار في ملف الالتقاط هذا إلى اتصال بالبروتوكولات والمنافذ المذكورة في جدول السكربت. الإطارات: %1.</translation>
    </message>
    <message>
        <source>Choose another capture…</source>
        <translation>اختيار ملف التقاط آخر…</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>لا إطارات</numerusform>
            <numerusform>إطار واحد</numerusform>
            <numerusform>إطاران</numerusform>
            <numerusform>%n إطارات</numerusform>
            <numerusform>%n إطارًا</numerusform>
            <numerusform>%n إطار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) judged</source>
        <translation>
            <numerusform>لم تُحكم أي حزمة</numerusform>
            <numerusform>حُكم على حزمة واحدة</numerusform>
            <numerusform>حُكم على حزمتين</numerusform>
            <numerusform>حُكم على %n حزم</numerusform>
            <numerusform>حُكم على %n حزمة</numerusform>
            <numerusform>حُكم على %n حزمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <translation>
            <numerusform>لا متوقَّع</numerusform>
            <numerusform>متوقَّع واحد</numerusform>
            <numerusform>متوقَّعان</numerusform>
            <numerusform>%n متوقَّعة</numerusform>
            <numerusform>%n متوقَّعًا</numerusform>
            <numerusform>%n متوقَّع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>لم يتحقّق شيء</numerusform>
            <numerusform>تحقّق واحد</numerusform>
            <numerusform>تحقّق اثنان</numerusform>
            <numerusform>تحقّقت %n</numerusform>
            <numerusform>تحقّق %n</numerusform>
            <numerusform>تحقّق %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأً</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>تُعرض أول %1</translation>
    </message>
    <message>
        <source>The script has changed since this run.</source>
        <translation>تغيّر السكربت منذ هذا التشغيل.</translation>
    </message>
</context>
<context>
    <name>Trackhand::Screenshots</name>
    <message>
        <source>trackhand: could not write %1: is the directory writable?</source>
        <translation>trackhand: تعذّرت كتابة %1: هل الدليل قابل للكتابة؟</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptDocument</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>تعذّر فتح %1: %2</translation>
    </message>
    <message>
        <source>it is a folder, a pipe or a device</source>
        <translation>هو مجلد أو أنبوب أو جهاز</translation>
    </message>
    <message>
        <source>a script has at most 256 KiB</source>
        <translation>لا يتجاوز السكربت 256 كيبيبايت</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>ليس نصًّا بترميز UTF-8</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptEditor</name>
    <message>
        <source>Script</source>
        <translation>السكربت</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptPane</name>
    <message>
        <source>helper %1 for %2</source>
        <translation>المساعد %1 لـ %2</translation>
    </message>
    <message>
        <source>helper %1 for %2 %3</source>
        <translation>المساعد %1 لـ %2 %3</translation>
    </message>
    <message>
        <source>Another program has changed this file.</source>
        <translation>غيّر برنامج آخر هذا الملف.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>قراءته من جديد</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>إبقاء ما هنا</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>حفظ السكربت</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>سكربتات Lua (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>الإطار %1: %2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>في %1 تغييرات لم تُحفظ.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>not yet a helper</source>
        <translation>ليس مساعدًا بعد</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>Another program has changed %1; it was read again.</source>
        <translation>غيّر برنامج آخر %1، فقُرئ من جديد.</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptRun</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>ليس %1 ملف التقاط، بل مجلد أو أنبوب أو جهاز</translation>
    </message>
</context>
<context>
    <name>Trackhand::SearchBar</name>
    <message>
        <source>Looking through the packets</source>
        <translation>جارٍ فحص الحزم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Packets looked at</source>
        <translation>الحزم المفحوصة</translation>
    </message>
    <message>
        <source>Cancel filtering and sorting</source>
        <translation>إلغاء التصفية والترتيب</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeAxisTicker</name>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>-%1 s</source>
        <translation>قبل %1 ث</translation>
    </message>
    <message>
        <source>-%1 min</source>
        <translation>قبل %1 د</translation>
    </message>
    <message>
        <source>-%1 h</source>
        <translation>قبل %1 س</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeChart</name>
    <message>
        <source>No packet was judged in this time.</source>
        <translation>لم يُحكم في أيّ حزمة في هذه المدة.</translation>
    </message>
    <message>
        <source>Nothing was counted in this time.</source>
        <translation>لم يُعدّ شيء في هذه المدة.</translation>
    </message>
    <message>
        <source>%1: %2 now, %3 at most in the last %4</source>
        <translation>%1: %2 الآن، %3 على الأكثر في آخر %4</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::TopologyPicture</name>
    <message>
        <source>Picture of the traffic that is meant</source>
        <translation>صورة الحركة المقصودة</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>شبكتك</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1، المنفذ %2</translation>
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
        <translation>&amp;فتح Trackhand</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>Disable %1 (%2)</source>
        <translation>تعطيل %1 (%2)</translation>
    </message>
    <message>
        <source>Enable %1 (%2)</source>
        <translation>تفعيل %1 (%2)</translation>
    </message>
    <message>
        <source>%1 could not be enabled: %2</source>
        <translation>تعذّر تفعيل %1: %2</translation>
    </message>
    <message>
        <source>%1 could not be disabled: %2</source>
        <translation>تعذّر تعطيل %1: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayProgram</name>
    <message>
        <source>Shows the state of this machine&apos;s connection-tracking helpers in the desktop&apos;s tray, and says what happens.</source>
        <translation>يعرض حالة مساعدي تتبّع الاتصالات في هذا الجهاز في صينية سطح المكتب، ويخبر بما يحدث.</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>عرض معنى الخيارات ثم الخروج.</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>عرض رقم الإصدار ثم الخروج.</translation>
    </message>
    <message>
        <source>see --help for the options there are</source>
        <translation>للخيارات المتاحة انظر ‎--help</translation>
    </message>
    <message>
        <source>it runs already in this session, or the session has no bus</source>
        <translation>يعمل من قبل في هذه الجلسة، أو ليس للجلسة ناقل</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayText</name>
    <message>
        <source>no backend</source>
        <translation>لا خادم خلفي</translation>
    </message>
    <message>
        <source>no backend: %1</source>
        <translation>لا خادم خلفي: %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is %2: %3</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>no helpers</source>
        <translation>لا مساعدين</translation>
    </message>
    <message numerus="yes">
        <source>%n helper(s) running</source>
        <translation>
            <numerusform>لا مساعد يعمل</numerusform>
            <numerusform>مساعد واحد يعمل</numerusform>
            <numerusform>مساعدان يعملان</numerusform>
            <numerusform>%n مساعدين يعملون</numerusform>
            <numerusform>%n مساعدًا يعملون</numerusform>
            <numerusform>%n مساعد يعملون</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 helpers running</source>
        <translation>المساعدون العاملون: %1 من %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TroubleModel</name>
    <message>
        <source>Frame</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>short packet</source>
        <translation>حزمة قصيرة</translation>
    </message>
</context>
<context>
    <name>Trackhand::WhereStep</name>
    <message>
        <source>those it &amp;opens</source>
        <translation>التي يفت&amp;حها</translation>
    </message>
    <message>
        <source>those it a&amp;ccepts</source>
        <translation>التي ي&amp;قبلها</translation>
    </message>
    <message>
        <source>&amp;Server behind this machine</source>
        <translation>&amp;خادم خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>C&amp;lients behind this machine</source>
        <translation>&amp;عملاء خلف هذا الجهاز</translation>
    </message>
    <message>
        <source>This &amp;machine itself</source>
        <translation>هذا ال&amp;جهاز نفسه</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>منافذ الوجهة ونطاقاتها: ‎21, 2121, 8000-8010‎</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>أيّ عنوان</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>من أين تأتي الاتصالات: عنوان أو شبكة، 10.0.1.0/24</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>إلى أين تذهب الاتصالات: عنوان أو شبكة، 10.0.2.2</translation>
    </message>
    <message>
        <source>any interface</source>
        <translation>أيّ واجهة</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>المنا&amp;فذ</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>First free (%1)</source>
        <translation>أول متاح (%1)</translation>
    </message>
    <message>
        <source>The kernel&apos;s packet queue this helper reads; one for each helper</source>
        <translation>طابور حزم النواة الذي يقرؤه هذا المساعد؛ واحد لكل مساعد</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>الطا&amp;بور</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>العائلات</translation>
    </message>
    <message>
        <source>&amp;Expects</source>
        <translation>&amp;يتوقّع</translation>
    </message>
    <message>
        <source>How many related connections the kernel lets this helper announce, and for how long</source>
        <translation>كم اتصالًا مرتبطًا تسمح النواة لهذا المساعد بالإعلان عنه، ولأيّ مدة</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>كل المنافذ</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1، كالمعتاد</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>ليس «%1» منافذ. اكتب 21 أو ‎21, 2121, 8000-8010‎.</translation>
    </message>
    <message>
        <source>Queue %1 is read by %2. Take another, or the first free one.</source>
        <translation>الطابور %1 يقرؤه %2. اختر غيره أو أول طابور متاح.</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>ال&amp;واجهة</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>وا&amp;ردة على</translation>
    </message>
</context>
<context>
    <name>Trackhand::WindowStarter</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>تعذّر تشغيل %1: %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::WorkbenchPage</name>
    <message>
        <source>Workbench</source>
        <translation>منضدة العمل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Run the script</source>
        <translation>تشغيل السكربت</translation>
    </message>
    <message>
        <source>Next packet</source>
        <translation>الحزمة التالية</translation>
    </message>
    <message>
        <source>Packet before</source>
        <translation>الحزمة السابقة</translation>
    </message>
    <message>
        <source>Between script and results</source>
        <translation>بين السكربت والنتائج</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>A new script, one of yours, an example, or one that is installed</source>
        <translation>سكربت جديد أو أحد سكربتاتك أو مثال أو مثبَّت</translation>
    </message>
    <message>
        <source>Save the script (Ctrl+S)</source>
        <translation>حفظ السكربت (Ctrl+S)</translation>
    </message>
    <message>
        <source>Run the script over the capture (F5)</source>
        <translation>تشغيل السكربت على ملف الالتقاط (F5)</translation>
    </message>
    <message>
        <source>%1 is installed. No helper runs it yet: add one.</source>
        <translation>ثُبّت %1. لا يشغّله أي مساعد بعد: أضف واحدًا.</translation>
    </message>
    <message>
        <source>%1 is installed, and runs in %2.</source>
        <translation>ثُبّت %1 وهو يعمل في %2.</translation>
    </message>
    <message>
        <source>%1 is what it was before; what is in the editor stays.</source>
        <translation>عاد %1 إلى ما كان عليه؛ ويبقى ما في المحرّر.</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>سكربت جديد</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>المثبَّتة</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>لا خادم خلفي</translation>
    </message>
    <message>
        <source>Open a script</source>
        <translation>فتح سكربت</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>سكربتات Lua (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1، غير محفوظ</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>أُلغي التشغيل.</translation>
    </message>
</context>
</TS>
