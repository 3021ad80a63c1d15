<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add helper</source>
        <translation>添加助手</translation>
    </message>
    <message>
        <source>Which protocol</source>
        <translation>哪个协议</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Where is the traffic of %1?</source>
        <translation>%1 的流量在哪里？</translation>
    </message>
    <message>
        <source>Which protocol?</source>
        <translation>哪个协议？</translation>
    </message>
    <message>
        <source>Step %1 of 3: %2</source>
        <translation>第 %1 步（共 3 步）：%2</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Trackhand::AddressText</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>Trackhand::BackendLink</name>
    <message>
        <source>not connected yet</source>
        <translation>尚未连接</translation>
    </message>
</context>
<context>
    <name>Trackhand::CaptureSource</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>%1 不是抓包文件，而是文件夹、管道或设备</translation>
    </message>
</context>
<context>
    <name>Trackhand::ChainView</name>
    <message>
        <source>The chain from the kernel to the expected connection</source>
        <translation>从内核到所期望连接的各个环节</translation>
    </message>
</context>
<context>
    <name>Trackhand::CodePane</name>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRuleModel</name>
    <message>
        <source>At character %1: %2.</source>
        <translation>第 %1 个字符处：%2。</translation>
    </message>
    <message>
        <source>A rule needs a filter.</source>
        <translation>规则需要一个过滤器。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Packets that pass this filter</source>
        <translation>通过此过滤器的数据包</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRules</name>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Unjudged</source>
        <translation>未裁决</translation>
    </message>
    <message>
        <source>Rewritten</source>
        <translation>已改写</translation>
    </message>
</context>
<context>
    <name>Trackhand::ColorRulesDialog</name>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>De&amp;faults</source>
        <translation>默认值(&amp;F)</translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation>着色规则</translation>
    </message>
    <message>
        <source>A packet takes the colour of the first rule whose filter it passes. Its name stands in the column &quot;Rule&quot;.</source>
        <translation>数据包通过哪条规则的过滤器，就采用其颜色，以第一条为准。规则名称显示在“规则”列中。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>过滤器(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>switching a rule on</source>
        <translation>启用规则</translation>
    </message>
    <message>
        <source>switching a rule off</source>
        <translation>停用规则</translation>
    </message>
    <message>
        <source>naming a rule</source>
        <translation>命名规则</translation>
    </message>
    <message>
        <source>changing a filter</source>
        <translation>更改过滤器</translation>
    </message>
    <message>
        <source>choosing a colour</source>
        <translation>选择颜色</translation>
    </message>
    <message>
        <source>taking the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>A rule that is on has a filter that is none.</source>
        <translation>有一条已启用的规则，其过滤器无效。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>adding a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>removing a rule</source>
        <translation>移除规则</translation>
    </message>
    <message>
        <source>moving a rule</source>
        <translation>移动规则</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisChain</name>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>No clash</source>
        <translation>无冲突</translation>
    </message>
    <message>
        <source>in the way</source>
        <translation>有阻碍</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已匹配</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>only the program that registered %1 knows its rules and sees its packets</source>
        <translation>只有注册 %1 的程序知道它的规则并看到它的数据包</translation>
    </message>
    <message>
        <source>another program registered %1: change it there</source>
        <translation>%1 由其他程序注册：请在那里更改</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>it can be told only when the links before it hold</source>
        <translation>前面的环节都正常时才能判断</translation>
    </message>
    <message>
        <source>The backend looked at nothing: are it and this program of the same version?</source>
        <translation>后端未检查任何环节：它与本程序的版本相同吗？</translation>
    </message>
    <message>
        <source>Every link holds: as far as can be seen from here, %1 works.</source>
        <translation>所有环节正常：就此处所见，%1 工作正常。</translation>
    </message>
    <message>
        <source>Another program registered %1. What can be seen from here is fine.</source>
        <translation>%1 由其他程序注册。就此处所见一切正常。</translation>
    </message>
    <message>
        <source>Nothing is wrong so far, but %1 has come no further than this:</source>
        <translation>目前没有问题，但 %1 只进行到这里：</translation>
    </message>
    <message>
        <source>%1 cannot work because the chain breaks here:</source>
        <translation>%1 无法工作，因为链条在此中断：</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisModel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>Trackhand::DiagnosisView</name>
    <message>
        <source>Enable %1</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Register %1 again</source>
        <translation>重新注册 %1</translation>
    </message>
    <message>
        <source>Add a rule for its usual traffic</source>
        <translation>为其常用流量添加规则</translation>
    </message>
    <message>
        <source>Add the same for forwarded traffic</source>
        <translation>为转发流量添加同样的规则</translation>
    </message>
    <message>
        <source>Show its rules</source>
        <translation>显示其规则</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>显示其数据包</translation>
    </message>
    <message>
        <source>Show the expectations</source>
        <translation>显示期望</translation>
    </message>
    <message>
        <source>Looking at each link of the chain</source>
        <translation>正在检查每个环节</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Seen: %1.</source>
        <translation>所见：%1。</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>处理方法：%1</translation>
    </message>
</context>
<context>
    <name>Trackhand::DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Trackhand::DifferenceModel</name>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>packet seen</source>
        <translation>看到数据包</translation>
    </message>
    <message>
        <source>packet not seen</source>
        <translation>未看到数据包</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>已期望</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>未期望</translation>
    </message>
    <message>
        <source>fate</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>无错误</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventFilter</name>
    <message>
        <source>&quot;and&quot; or &quot;or&quot; is missing before &quot;%1&quot;</source>
        <translation>“%1”之前缺少 &quot;and&quot; 或 &quot;or&quot;</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>a closing parenthesis is missing</source>
        <translation>缺少右括号</translation>
    </message>
    <message>
        <source>the filter ends where a field should be, for example helper == &quot;ftp&quot;</source>
        <translation>过滤器在应有字段处结束，例如 helper == &quot;ftp&quot;</translation>
    </message>
    <message>
        <source>after %1 a comparison is missing: ==, !=, &lt;, &gt;, contains or in</source>
        <translation>%1 之后缺少比较：==、!=、&lt;、&gt;、contains 或 in</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; did you mean %2?</source>
        <translation>没有字段“%1”，也许是 %2</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;; to search what the helper saw, write note contains &quot;%1&quot;</source>
        <translation>没有字段“%1”；要搜索助手所见内容，请写 note contains &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;in&quot; wants a set in braces: {21, 2121}</source>
        <translation>&quot;in&quot; 需要花括号中的集合：{21, 2121}</translation>
    </message>
    <message>
        <source>a set in braces goes with &quot;in&quot;</source>
        <translation>花括号中的集合须与 &quot;in&quot; 连用</translation>
    </message>
    <message>
        <source>the set is empty</source>
        <translation>集合为空</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>此处缺少值</translation>
    </message>
    <message>
        <source>%1 cannot be compared with &quot;%2&quot;</source>
        <translation>%1 不能用“%2”比较</translation>
    </message>
    <message>
        <source>%1 is a number, &quot;%2&quot; is not</source>
        <translation>%1 是数字，“%2”不是</translation>
    </message>
    <message>
        <source>%1 is never &quot;%2&quot;; it is one of %3</source>
        <translation>%1 不会是“%2”，只能是 %3 之一</translation>
    </message>
    <message>
        <source>this is no regular expression: %1</source>
        <translation>这不是正则表达式：%1</translation>
    </message>
    <message>
        <source>%1 is an address, &quot;%2&quot; is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64</source>
        <translation>%1 是地址，“%2”不是：请写 10.0.1.2、10.0.1.0/24 或 fd00:1::/64</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>此文本缺少结束引号</translation>
    </message>
    <message>
        <source>a filter has no &quot;%1&quot;</source>
        <translation>过滤器中不能有“%1”</translation>
    </message>
</context>
<context>
    <name>Trackhand::EventText</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, unjudged</source>
        <translation>%1，未裁决</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1，已拒绝</translation>
    </message>
    <message>
        <source>%1, rewritten</source>
        <translation>%1，已改写</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>Trackhand::EvidenceOpener</name>
    <message>
        <source>The evidence cannot be shown: %1</source>
        <translation>无法显示证据：%1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Is there room for temporary files?</source>
        <translation>无法写入 %1：%2。临时文件还有空间吗？</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationModel</name>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>期望来源</translation>
    </message>
    <message>
        <source>To</source>
        <translation>去往</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>%1, %2 ms after it was made</source>
        <translation>%1，创建后 %2 ms</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationText</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>已匹配</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>已挤出</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>The connection it describes may come at any moment.</source>
        <translation>它所描述的连接随时可能到来。</translation>
    </message>
    <message>
        <source>The expected connection came and was let through as related.</source>
        <translation>所期望的连接已到来，并作为相关连接放行。</translation>
    </message>
    <message>
        <source>Its time ran out before the connection came.</source>
        <translation>连接到来之前期限已过。</translation>
    </message>
    <message>
        <source>Its class was full, so a newer one took its place.</source>
        <translation>其类别已满，由更新的期望取代。</translation>
    </message>
    <message>
        <source>It was taken back, or its connection ended.</source>
        <translation>它已被撤回，或其连接已结束。</translation>
    </message>
</context>
<context>
    <name>Trackhand::ExpectationsPage</name>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Nothing is expected</source>
        <translation>没有期望</translation>
    </message>
    <message>
        <source>When a helper sees a connection announce another one, such as PORT or PASV in FTP, it makes an expectation, and the firewall lets that one connection through as related. Each shows here until it is matched or its time is over, and for a while after.</source>
        <translation>助手看到一个连接预告另一个连接时（例如 FTP 中的 PORT 或 PASV），会创建一个期望，防火墙把那一个连接作为相关连接放行。每个期望都显示在这里，直到匹配或过期，之后还会保留一段时间。</translation>
    </message>
    <message>
        <source>Filter expectations</source>
        <translation>过滤期望</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; action in {expired, evicted}</translation>
    </message>
    <message>
        <source>Show the packets that announced it</source>
        <translation>显示预告它的数据包</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>显示其流</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>显示其主连接</translation>
    </message>
    <message>
        <source>%1 waiting, %2 matched, %3 expired, %4 evicted, %5 removed, %6 events lost</source>
        <translation>等待 %1，匹配 %2，过期 %3，挤出 %4，移除 %5，丢失事件 %6</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>No connection is known that came of this expectation.</source>
        <translation>未发现由此期望产生的连接。</translation>
    </message>
</context>
<context>
    <name>Trackhand::FieldCheck</name>
    <message>
        <source>Give the helper a name.</source>
        <translation>请为助手命名。</translation>
    </message>
    <message>
        <source>A name has 1 to 15 of the characters A-Z a-z 0-9 . _ - and begins with a letter, a digit or _.</source>
        <translation>名称由 1 到 15 个 A-Z a-z 0-9 . _ - 字符组成，以字母、数字或 _ 开头。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.2.2, 10.0.0.0/24 or fd00::/64.</source>
        <translation>“%1”不是地址。请写 10.0.2.2、10.0.0.0/24 或 fd00::/64。</translation>
    </message>
    <message>
        <source>%1 is a host in a network. Write %2/%3 for the network, or %4 for the host.</source>
        <translation>%1 是网络中的主机。网络请写 %2/%3，主机请写 %4。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no interface name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>“%1”不是接口名称：应为 1 到 15 个字母、数字、. _ 或 -。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>“%1”不是端口。请写 21，或 21, 2121, 8000-8010。</translation>
    </message>
    <message>
        <source>A rule has at most %1 ports and ranges. Make two rules of it.</source>
        <translation>一条规则最多有 %1 个端口和范围。请分成两条规则。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap. Write them as one range.</source>
        <translation>%1 与 %2 重叠。请写成一个范围。</translation>
    </message>
</context>
<context>
    <name>Trackhand::FilterField</name>
    <message>
        <source>Fields: %1</source>
        <translation>字段：%1</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>此处可填的内容</translation>
    </message>
    <message>
        <source>At character %1: %2.</source>
        <translation>第 %1 个字符处：%2。</translation>
    </message>
</context>
<context>
    <name>Trackhand::FindBar</name>
    <message>
        <source>Find in the script</source>
        <translation>在脚本中查找</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找 (Esc)</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowModel</name>
    <message>
        <source>Not registered by Trackhand</source>
        <translation>并非由 Trackhand 注册</translation>
    </message>
    <message>
        <source>In the direction in which the connection was opened</source>
        <translation>连接发起的方向</translation>
    </message>
    <message>
        <source>In the other direction</source>
        <translation>相反方向</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Bytes →</source>
        <translation>字节 →</translation>
    </message>
    <message>
        <source>Bytes ←</source>
        <translation>字节 ←</translation>
    </message>
    <message>
        <source>Packets →</source>
        <translation>数据包 →</translation>
    </message>
    <message>
        <source>Packets ←</source>
        <translation>数据包 ←</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>expects %1</source>
        <translation>期望 %1</translation>
    </message>
    <message>
        <source>Addresses are translated: answers go from %1 to %2.</source>
        <translation>地址经过转换：应答从 %1 到 %2。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>%1前结束</translation>
    </message>
    <message>
        <source>established</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>Nothing but its addresses is known, from what names it as its master: it ended before anybody looked, or its events were lost.</source>
        <translation>仅知道其地址，来自以它为主连接的记录：它在有人查看之前已结束，或其事件已丢失。</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message>
        <source>Packets went both ways, so it is kept also when the table of connections is full.</source>
        <translation>双向都有数据包，因此连接表满时也会保留。</translation>
    </message>
    <message>
        <source>The other side has answered once.</source>
        <translation>对方已应答一次。</translation>
    </message>
    <message>
        <source>The other side has not answered.</source>
        <translation>对方尚未应答。</translation>
    </message>
    <message>
        <source>%1 It is forgotten in %2 if nothing more comes.</source>
        <translation>%1若无后续数据包，%2后将被遗忘。</translation>
    </message>
    <message>
        <source>Not counted yet: the kernel tells counts when it is asked and when a connection ends.</source>
        <translation>尚未计数：内核在被询问时和连接结束时才给出计数。</translation>
    </message>
    <message>
        <source>Not counted: net.netfilter.nf_conntrack_acct was off when this connection began. Once it is 1, connections that begin are counted.</source>
        <translation>未计数：此连接开始时 net.netfilter.nf_conntrack_acct 处于关闭状态。设为 1 后，新开始的连接会计数。</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>始于 %1</translation>
    </message>
    <message>
        <source>It was there before anybody looked, first seen %1</source>
        <translation>开始查看之前已存在，首次见于 %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>止于 %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowTree</name>
    <message>
        <source>Flows</source>
        <translation>流</translation>
    </message>
</context>
<context>
    <name>Trackhand::FlowsPage</name>
    <message>
        <source>Flows</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Filter flows</source>
        <translation>过滤流</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; addr == 10.0.1.0/24</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次请求</translation>
    </message>
    <message>
        <source>No flow yet</source>
        <translation>尚无流</translation>
    </message>
    <message>
        <source>Here would be the connections that a helper watches, what it expects on each of them, and the connections that came of it, with their bytes and packets. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>这里显示助手监视的连接、它在每个连接上的期望，以及由此产生的连接，并附字节数和数据包数。目前还没有：是否有正在运行的助手、给它流量的规则，以及流量？</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>添加助手…</translation>
    </message>
    <message>
        <source>Show its packets</source>
        <translation>显示其数据包</translation>
    </message>
    <message>
        <source>Show its master</source>
        <translation>显示其主连接</translation>
    </message>
    <message>
        <source>Show its expectation</source>
        <translation>显示其期望</translation>
    </message>
    <message>
        <source>Bytes and packets are not followed any more: asking for them again needs your password.</source>
        <translation>不再跟踪字节和数据包：再次请求需要密码。</translation>
    </message>
    <message>
        <source>%1 live, %2 expected, %3 events lost</source>
        <translation>活动 %1，期望 %2，丢失事件 %3</translation>
    </message>
    <message>
        <source>%1 more do not fit here</source>
        <translation>另有 %1 条无法显示</translation>
    </message>
    <message>
        <source>The filter lets nothing through</source>
        <translation>过滤器未让任何内容通过</translation>
    </message>
</context>
<context>
    <name>Trackhand::GoToBar</name>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>number or time, as 14:02:11.2</source>
        <translation>编号或时间，如 14:02:11.2</translation>
    </message>
    <message>
        <source>That packet is not among those shown; this is the nearest.</source>
        <translation>该数据包不在显示之列；这是最接近的一个。</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation>%1 个数据包/秒</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 个期望</translation>
    </message>
    <message>
        <source>Show %1 among the helpers (Enter)</source>
        <translation>在助手中显示 %1 (Enter)</translation>
    </message>
    <message>
        <source>of another program</source>
        <translation>属于其他程序</translation>
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
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>drops %1</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>restarts %1</source>
        <translation>重启 %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDetails</name>
    <message>
        <source>%1: at most %2 at a time, each for %3 s</source>
        <translation>%1：同时最多 %2 个，每个 %3 秒</translation>
    </message>
    <message>
        <source>all as they come</source>
        <translation>均为默认值</translation>
    </message>
    <message>
        <source>No helper selected</source>
        <translation>未选择助手</translation>
    </message>
    <message>
        <source>Choose one in the table to see its settings, what it has done, and why it may not be working.</source>
        <translation>在表中选择一个，查看其设置、所做的工作，以及可能不工作的原因。</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>为什么不工作？</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Back to the details</source>
        <translation>返回详情</translation>
    </message>
    <message>
        <source>Look at each link between the kernel and this helper&apos;s traffic (Ctrl+D)</source>
        <translation>检查内核与此助手流量之间的每个环节 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Look at the chain again (Ctrl+D)</source>
        <translation>再次检查各环节 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Show the helper&apos;s details (Esc)</source>
        <translation>显示助手详情 (Esc)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>裁决延迟</translation>
    </message>
    <message>
        <source>Another program registered this helper; it is shown and not touched. What it has judged, only that program knows.</source>
        <translation>此助手由其他程序注册，只显示，不改动。它裁决了什么，只有那个程序知道。</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，等待 %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3 waiting</source>
        <translation>%1，等待 %2 / %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>pid %1, restarted %n time(s)</source>
        <translation>
            <numerusform>pid %1，已重启 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 judged: %2 accepted, %3 dropped, %4 rewritten</source>
        <translation>已裁决 %1：放行 %2，丢弃 %3，改写 %4</translation>
    </message>
    <message>
        <source>%1 dropped by the kernel, %2 at the socket, %3 let through unjudged, %4 verdicts too late</source>
        <translation>内核丢弃 %1，套接字丢弃 %2，未裁决放行 %3，裁决过晚 %4</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2 in the last second</source>
        <translation>最近一秒 p50 %1，p99 %2</translation>
    </message>
    <message>
        <source>%1 waiting, %2 made so far</source>
        <translation>等待 %1，至今已创建 %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperDiagnosis</name>
    <message numerus="yes">
        <source>%n rule(s) added.</source>
        <translation>
            <numerusform>已添加 %n 条规则。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperEditor</name>
    <message>
        <source>&amp;Enabled</source>
        <translation>启用(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Change %1</source>
        <translation>更改 %1(&amp;C)</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>These three are fixed while rules name the helper or it runs: the kernel finds it by them. A helper that is disabled and has no rules can be given others with &quot;trackhandctl helper set %1&quot;; its name is for good.</source>
        <translation>有规则引用此助手或它正在运行时，这三项不可更改：内核靠它们找到助手。已禁用且没有规则的助手可用“trackhandctl helper set %1”另行设置；名称不可更改。</translation>
    </message>
    <message>
        <source> packets</source>
        <translation> 个数据包</translation>
    </message>
    <message>
        <source>Queue length in packets</source>
        <translation>队列长度（数据包数）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Expects</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>The classes and their names are the protocol&apos;s; the kernel takes other figures.</source>
        <translation>类别及其名称由协议决定；数值可改。</translation>
    </message>
    <message>
        <source>Queue length</source>
        <translation>队列长度</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>This protocol has none.</source>
        <translation>此协议没有期望。</translation>
    </message>
    <message>
        <source>It is disabled, and rules name it: it takes other settings once it is enabled.</source>
        <translation>它已禁用，且有规则引用它：启用后才能采用其他设置。</translation>
    </message>
    <message>
        <source>A change takes effect at once, with a new process, and is saved: what runs is what is saved.</source>
        <translation>更改会立即生效（启动新进程）并保存：运行的就是保存的。</translation>
    </message>
    <message>
        <source>Changing %1 …</source>
        <translation>正在更改 %1…</translation>
    </message>
    <message>
        <source>Only a part was done: %1</source>
        <translation>只完成了一部分：%1</translation>
    </message>
    <message>
        <source>%1 stays as it was: %2</source>
        <translation>%1 保持不变：%2</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperModel</name>
    <message>
        <source>Registered by another program; shown read-only.</source>
        <translation>由其他程序注册；只读显示。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Transport protocols and IP versions</source>
        <translation>传输协议和 IP 版本</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>Number of the netfilter queue</source>
        <translation>netfilter 队列编号</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Rules that give traffic to the helper</source>
        <translation>给助手流量的规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Packets per second now</source>
        <translation>当前每秒数据包数</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>数据包/秒</translation>
    </message>
    <message>
        <source>Packets since the helper was registered</source>
        <translation>助手注册以来的数据包</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>99 of 100 verdicts of the last second were faster</source>
        <translation>最近一秒的裁决中，每 100 个有 99 个比这更快</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>How often the helper process was started again</source>
        <translation>助手进程重新启动的次数</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Expectations that wait for their connection now</source>
        <translation>当前等待其连接的期望</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelperText</name>
    <message>
        <source>foreign</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
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
        <translation>%1：%2 所有端口</translation>
    </message>
    <message>
        <source>%1 on %2 port %3</source>
        <translation>%1：%2 端口 %3</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>去往 %1</translation>
    </message>
    <message>
        <source>arriving on %1</source>
        <translation>从 %1 进入</translation>
    </message>
    <message>
        <source>leaving by %1</source>
        <translation>从 %1 离开</translation>
    </message>
    <message>
        <source>, through this machine and its own</source>
        <translation>，经过本机的和本机自身的</translation>
    </message>
    <message>
        <source>, this machine&apos;s own connections</source>
        <translation>，本机自身的连接</translation>
    </message>
    <message>
        <source>, coming in from the network</source>
        <translation>，从网络进入</translation>
    </message>
</context>
<context>
    <name>Trackhand::HelpersPage</name>
    <message>
        <source>Helpers</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>尚无助手</translation>
    </message>
    <message>
        <source>Here would be the helpers of this machine: which protocol each one watches, whether it runs, and how much it has to do. Adding one takes three steps.</source>
        <translation>这里显示本机的助手：各自监视哪个协议、是否在运行、有多少工作。添加一个只需三步。</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>添加助手…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Why is it not working?</source>
        <translation>为什么不工作？</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Filter helpers</source>
        <translation>过滤助手</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选项</translation>
    </message>
    <message>
        <source>What can be done with the selected helper</source>
        <translation>可对所选助手执行的操作</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>%1 was deleted, with %n rule(s).</source>
        <translation>
            <numerusform>已删除 %1 及其 %n 条规则。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>更改 %1…</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>已更改 %1。</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexModel</name>
    <message>
        <source>byte %1: %2, %3</source>
        <translation>字节 %1：%2，%3</translation>
    </message>
</context>
<context>
    <name>Trackhand::HexView</name>
    <message>
        <source>The packet&apos;s bytes</source>
        <translation>数据包的字节</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>数据包/秒</translation>
    </message>
    <message>
        <source>Expectations/s</source>
        <translation>期望/秒</translation>
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
        <translation>队列深度</translation>
    </message>
    <message>
        <source>Drops/s</source>
        <translation>丢弃/秒</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>全部合计</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryPanel</name>
    <message>
        <source>Packets per second</source>
        <translation>每秒数据包数</translation>
    </message>
    <message>
        <source>Verdict latency</source>
        <translation>裁决延迟</translation>
    </message>
    <message>
        <source>Expectations per second</source>
        <translation>每秒期望数</translation>
    </message>
    <message>
        <source>Queue depth and drops</source>
        <translation>队列深度与丢弃</translation>
    </message>
    <message>
        <source>Figures of the charts</source>
        <translation>图表数据</translation>
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
        <translation>等待中</translation>
    </message>
    <message>
        <source>dropped/s</source>
        <translation>丢弃/秒</translation>
    </message>
</context>
<context>
    <name>Trackhand::HistoryText</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
</context>
<context>
    <name>Trackhand::HitTestPane</name>
    <message>
        <source>&amp;Show the rule</source>
        <translation>显示该规则(&amp;S)</translation>
    </message>
    <message>
        <source>comes from the network (prerouting)</source>
        <translation>来自网络 (prerouting)</translation>
    </message>
    <message>
        <source>is sent by this machine (output)</source>
        <translation>由本机发出 (output)</translation>
    </message>
    <message>
        <source>Where the packet is</source>
        <translation>数据包所在位置</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目标端口</translation>
    </message>
    <message>
        <source>Rules look at the port a connection goes to, never at the one it comes from</source>
        <translation>规则看的是连接去往的端口，而不是来自的端口</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>Destination address</source>
        <translation>目标地址</translation>
    </message>
    <message>
        <source>none that a rule names</source>
        <translation>规则未提及的接口</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>The &amp;packet</source>
        <translation>数据包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>来自(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>去往(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>to port</source>
        <translation>到端口</translation>
    </message>
    <message>
        <source>Of several rules the first one counts: a connection keeps the helper it got with its first packet.</source>
        <translation>多条规则中以第一条为准：连接保留其第一个数据包得到的助手。</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>入接口(&amp;O)</translation>
    </message>
    <message>
        <source>Leaving &amp;by</source>
        <translation>出接口(&amp;B)</translation>
    </message>
    <message>
        <source>no packet yet</source>
        <translation>尚无数据包</translation>
    </message>
    <message>
        <source>Write the two addresses of a packet, and its kind, to see which rule it meets.</source>
        <translation>填写数据包的两个地址和类型，查看它命中哪条规则。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address. Write 10.0.1.2 or fd00:1::2.</source>
        <translation>“%1”不是地址。请写 10.0.1.2 或 fd00:1::2。</translation>
    </message>
    <message>
        <source>The addresses are of two families; no packet has both.</source>
        <translation>两个地址属于不同地址族；没有数据包会同时有这两种。</translation>
    </message>
    <message numerus="yes">
        <source>%n other rule(s) would take it too, but come later: %1.</source>
        <translation>
            <numerusform>另有 %n 条规则也会匹配，但排在后面：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Rule %1 gives this connection to %2.</source>
        <translation>规则 %1 把此连接交给 %2。</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>No rule takes it. The nearest is rule %1 of %2:</source>
        <translation>没有规则匹配。最接近的是 %2 的规则 %1：</translation>
    </message>
    <message>
        <source>There is no rule at all.</source>
        <translation>没有任何规则。</translation>
    </message>
</context>
<context>
    <name>Trackhand::HostView</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>To see Trackhand at work without touching this machine, run ./lab/up in its source tree: it starts a small virtual machine with a client, a router and a server, and opens this window on it.</source>
        <translation>要在不触动本机的情况下查看 Trackhand 的工作，请在其源码树中运行 ./lab/up：它会启动一台小型虚拟机，内有客户端、路由器和服务器，并对其打开此窗口。</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>已添加 %1。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>nothing enabled</source>
        <translation>均未启用</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>需注意</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This kernel cannot run user-space helpers</source>
        <translation>此内核无法运行用户空间助手</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>No backend on this host</source>
        <translation>此主机上没有后端</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No backend on this machine</source>
        <translation>本机上没有后端</translation>
    </message>
    <message>
        <source>Packets and expectations cannot be shown: %1</source>
        <translation>无法显示数据包和期望：%1</translation>
    </message>
    <message>
        <source>Reading the capture</source>
        <translation>正在读取抓包文件</translation>
    </message>
    <message>
        <source>capture, not whole</source>
        <translation>抓包文件，不完整</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>抓包文件</translation>
    </message>
    <message>
        <source>This connection is not among the flows: it ended a while ago, or nobody looked.</source>
        <translation>此连接不在流中：它早已结束，或当时无人查看。</translation>
    </message>
    <message>
        <source>This expectation is not in the list any more.</source>
        <translation>此期望已不在列表中。</translation>
    </message>
    <message>
        <source>No packets in this capture</source>
        <translation>此抓包文件中没有数据包</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) carry no IP and are not shown.</source>
        <translation>
            <numerusform>%n 个帧不含 IP，未显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The capture has more packets; the first %n are shown.</source>
        <translation>
            <numerusform>抓包文件中还有更多数据包；显示前 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The bytes of the later ones do not fit into memory.</source>
        <translation>后面数据包的字节超出内存容量。</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentList</name>
    <message>
        <source>59 min ago</source>
        <translation>59 分钟前</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>需注意</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary. What happens to helpers and rules is listed here: a process that died and was started again, a rule that another program had removed.</source>
        <translation>没有异常。助手和规则发生的事情列在这里：进程终止后重新启动，规则被其他程序移除。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事件</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the helper or the rules that this is about (Enter)</source>
        <translation>显示相关的助手或规则 (Enter)</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Show the packets of the helper that this is about</source>
        <translation>显示相关助手的数据包</translation>
    </message>
    <message>
        <source>Open the evidence</source>
        <translation>打开证据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Open the packets that the helper process had before it when it died (%1)</source>
        <translation>打开助手进程终止时正在处理的数据包（%1）</translation>
    </message>
</context>
<context>
    <name>Trackhand::IncidentModel</name>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>需注意</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事件</translation>
    </message>
</context>
<context>
    <name>Trackhand::InstallBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Back to the version before, with %1; the present one is kept in its place</source>
        <translation>回到上一版本（%1）；当前版本会代替它保留下来</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>Writing and running need none; installing does.</source>
        <translation>编写和运行不需要后端，安装需要。</translation>
    </message>
    <message>
        <source>working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>系统可能正在等待密码。</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>It can be installed once it is a helper.</source>
        <translation>成为助手之后才能安装。</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>%1; no helper runs it yet</source>
        <translation>%1；尚无助手运行它</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>%1 在 %2 中运行</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>版本不同</translation>
    </message>
</context>
<context>
    <name>Trackhand::KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>切换页面</translation>
    </message>
    <message>
        <source>add a helper</source>
        <translation>添加助手</translation>
    </message>
    <message>
        <source>filter; Ctrl+Space there offers what may follow</source>
        <translation>过滤；其中按 Ctrl+Space 列出可接内容</translation>
    </message>
    <message>
        <source>pause, or press the button that has the focus</source>
        <translation>暂停，或按下有焦点的按钮</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>本快捷键表</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>charts as a table</source>
        <translation>以表格显示图表</translation>
    </message>
    <message>
        <source>read a chart point by point</source>
        <translation>逐点读取图表</translation>
    </message>
    <message>
        <source>Helpers and rules</source>
        <translation>助手和规则</translation>
    </message>
    <message>
        <source>why is this helper not working?</source>
        <translation>此助手为什么不工作？</translation>
    </message>
    <message>
        <source>add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>do a rule&apos;s change again</source>
        <translation>重做规则更改</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>follow the newest packet</source>
        <translation>跟随最新数据包</translation>
    </message>
    <message>
        <source>go to a number or a time</source>
        <translation>转到编号或时间</translation>
    </message>
    <message>
        <source>follow the connection, and back</source>
        <translation>追踪连接，再按返回</translation>
    </message>
    <message>
        <source>filter for the selected value</source>
        <translation>按所选值过滤</translation>
    </message>
    <message>
        <source>filter the selected value out</source>
        <translation>滤除所选值</translation>
    </message>
    <message>
        <source>mark packets, or take the mark away</source>
        <translation>标记数据包，或取消标记</translation>
    </message>
    <message>
        <source>next mark, mark before</source>
        <translation>下一个标记、上一个标记</translation>
    </message>
    <message>
        <source>copy packets, or marked bytes as text</source>
        <translation>复制数据包，或将标记的字节复制为文本</translation>
    </message>
    <message>
        <source>copy marked bytes as digits</source>
        <translation>将标记的字节复制为数字</translation>
    </message>
    <message>
        <source>From packets, expectations and flows to each other</source>
        <translation>在数据包、期望和流之间跳转</translation>
    </message>
    <message>
        <source>flow of the selected packet or expectation</source>
        <translation>所选数据包或期望的流</translation>
    </message>
    <message>
        <source>connection it is expected by, or came from</source>
        <translation>期望它的连接，或它所源自的连接</translation>
    </message>
    <message>
        <source>expectation of the selected flow</source>
        <translation>所选流的期望</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>change the selected one, or show its packets</source>
        <translation>更改所选项，或显示其数据包</translation>
    </message>
    <message>
        <source>delete the selected one, or close the selected capture</source>
        <translation>删除所选项，或关闭所选抓包文件</translation>
    </message>
    <message>
        <source>back to what was there before</source>
        <translation>返回之前的内容</translation>
    </message>
    <message>
        <source>open a capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>sort by the column, order of arrival</source>
        <translation>按该列排序，按到达顺序</translation>
    </message>
    <message>
        <source>open the evidence of what happened</source>
        <translation>打开所发生事件的证据</translation>
    </message>
    <message>
        <source>save the script, or the figures</source>
        <translation>保存脚本或数据</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>run the script over the capture</source>
        <translation>用抓包文件运行脚本</translation>
    </message>
    <message>
        <source>from the script to its results, and back</source>
        <translation>在脚本与结果之间切换</translation>
    </message>
    <message>
        <source>packet before, next packet</source>
        <translation>上一个、下一个数据包</translation>
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
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>Trackhand::MainWindow</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Trackhand</source>
        <translation>Trackhand</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>A machine that ssh reaches without a password, with trackhandd on it:</source>
        <translation>ssh 无需密码即可到达且装有 trackhandd 的机器：</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Close this capture</source>
        <translation>关闭此抓包文件</translation>
    </message>
    <message>
        <source>Open capture…</source>
        <translation>打开抓包文件…</translation>
    </message>
    <message>
        <source>Packets from a pcap or pcapng file (Ctrl+O)</source>
        <translation>pcap 或 pcapng 文件中的数据包 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>抓包文件 (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Trackhand::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Trackhand::Notifier</name>
    <message>
        <source>Trackhand has failed</source>
        <translation>Trackhand 出现故障</translation>
    </message>
    <message>
        <source>Trackhand needs attention</source>
        <translation>Trackhand 需要注意</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 需要注意</translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to it in the same moment.</source>
        <translation>
            <numerusform>同一时刻它还发生了 %n 件事。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>显示发生的事件</translation>
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
        <translation>显示和管理在用户空间运行的连接跟踪助手。</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>说明各选项的含义并退出。</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>The host to show: ssh://[user@]host[:port]. Default: this machine.</source>
        <translation>要显示的主机：ssh://[user@]host[:port]。默认：本机。</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>A configuration file for ssh instead of the user&apos;s own.</source>
        <translation>供 ssh 使用的配置文件，代替用户自己的。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open the window at a page, or at a helper there: packets, helpers/ftp.</source>
        <translation>打开窗口时显示的页面，或其中的助手：packets、helpers/ftp。</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Write a picture of each page into this directory and end.</source>
        <translation>将每个页面的图片写入此目录并退出。</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>Trackhand::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>No helper yet</source>
        <translation>尚无助手</translation>
    </message>
    <message>
        <source>A helper watches one protocol and lets its related connections through: the data connections of FTP, the media streams of SIP. Its packets per second and what happens to it will show here.</source>
        <translation>助手监视一个协议，并放行其相关连接：FTP 的数据连接、SIP 的媒体流。其每秒数据包数和发生的事件将显示在这里。</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>添加助手…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the figures of the charts as a table (Ctrl+T)</source>
        <translation>以表格显示图表数据 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Let charts and table stand still (Space)</source>
        <translation>图表和表格停止更新 (Space)</translation>
    </message>
    <message>
        <source>Whose past the charts show</source>
        <translation>图表显示谁的历史</translation>
    </message>
    <message>
        <source>How much of the past is shown</source>
        <translation>显示多长的历史</translation>
    </message>
    <message>
        <source>How much of the past is shown; as much of it as there is</source>
        <translation>显示多长的历史；以现有的为限</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>All helpers</source>
        <translation>所有助手</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>Save the figures that are shown as CSV (Ctrl+S)</source>
        <translation>将显示的数据保存为 CSV (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketActions</name>
    <message>
        <source>Filter for this value</source>
        <translation>按此值过滤</translation>
    </message>
    <message>
        <source>Add this value to the filter</source>
        <translation>将此值加入过滤器</translation>
    </message>
    <message>
        <source>Filter this value out</source>
        <translation>滤除此值</translation>
    </message>
    <message>
        <source>Follow the connection</source>
        <translation>追踪连接</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this value as a filter</source>
        <translation>将此值复制为过滤器</translation>
    </message>
    <message>
        <source>Back to the filter before</source>
        <translation>返回之前的过滤器</translation>
    </message>
    <message>
        <source>No packet that is shown is marked. %1 marks the selected one.</source>
        <translation>显示的数据包都没有标记。%1 可标记所选数据包。</translation>
    </message>
    <message>
        <source>This packet has no addresses that say which connection it belongs to.</source>
        <translation>此数据包没有可表明所属连接的地址。</translation>
    </message>
    <message>
        <source>These are too many packets for the clipboard. &quot;Export&quot; writes any number into a file.</source>
        <translation>数据包太多，剪贴板放不下。“导出”可将任意数量写入文件。</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>按此列排序</translation>
    </message>
    <message>
        <source>In order of arrival</source>
        <translation>按到达顺序</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketDecode</name>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation>生存时间</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Length behind</source>
        <translation>后续长度</translation>
    </message>
    <message>
        <source>Hop limit</source>
        <translation>跳数限制</translation>
    </message>
    <message>
        <source>Extension headers</source>
        <translation>扩展头</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>not the first one: it has no ports</source>
        <translation>不是第一个：没有端口</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <translation>协议 %1</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>Destination port</source>
        <translation>目标端口</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>确认号</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>the first %1 of %2 bytes</source>
        <translation>%2 字节中的前 %1 字节</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>shorter than they claim to be</source>
        <translation>比所声称的短</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>连接跟踪</translation>
    </message>
    <message>
        <source>%1, %2 direction</source>
        <translation>%1，%2 方向</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>in by number %1, out by number %2</source>
        <translation>入接口号 %1，出接口号 %2</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1, id %2, EtherType 0x%3</source>
        <translation>%1，id %2，EtherType 0x%3</translation>
    </message>
    <message>
        <source>Helper %1</source>
        <translation>助手 %1</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>裁决时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Saw</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>%1 on this connection</source>
        <translation>此连接上 %1 个</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not known: replayed from a capture</source>
        <translation>未知：由抓包文件重放</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketExporter</name>
    <message>
        <source>Capture files</source>
        <translation>抓包文件</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>逗号分隔值</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
    <message>
        <source>the right to read them was not asked for: select a packet and press &quot;Show the bytes&quot;</source>
        <translation>尚未请求读取权限：选择一个数据包并按“显示字节”</translation>
    </message>
    <message>
        <source>they do not come through ssh</source>
        <translation>它们不通过 ssh 传来</translation>
    </message>
    <message>
        <source>the capture has none of them</source>
        <translation>抓包文件中没有</translation>
    </message>
    <message>
        <source>newer packets took their place, or nobody looked when they came</source>
        <translation>更新的数据包取代了它们，或到来时无人查看</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Packets written</source>
        <translation>已写入的数据包</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Nothing was written to %1.</source>
        <translation>未向 %1 写入任何内容。</translation>
    </message>
    <message>
        <source>Export packets</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>The export to %1 is not done yet.</source>
        <translation>到 %1 的导出尚未完成。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Shown packets as capture file (pcapng)…</source>
        <translation>显示的数据包存为抓包文件 (pcapng)…</translation>
    </message>
    <message>
        <source>Shown packets as CSV…</source>
        <translation>显示的数据包存为 CSV…</translation>
    </message>
    <message>
        <source>Shown packets as JSON lines…</source>
        <translation>显示的数据包存为 JSON 行…</translation>
    </message>
    <message>
        <source>Selected packets as capture file (pcapng)…</source>
        <translation>所选数据包存为抓包文件 (pcapng)…</translation>
    </message>
    <message>
        <source>Selected packets as CSV…</source>
        <translation>所选数据包存为 CSV…</translation>
    </message>
    <message>
        <source>Selected packets as JSON lines…</source>
        <translation>所选数据包存为 JSON 行…</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个数据包写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) went without bytes: %1.</source>
        <translation>
            <numerusform>%n 个数据包未附字节：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n packet(s) only the first bytes were kept.</source>
        <translation>
            <numerusform>其中 %n 个数据包只保留了前面的字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketModel</name>
    <message>
        <source>From reading the packet to its verdict, in microseconds</source>
        <translation>从读取数据包到作出裁决的时间（微秒）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Len</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Conntrack</source>
        <translation>连接跟踪</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>What the helper saw</source>
        <translation>助手所见</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPane</name>
    <message>
        <source>No packet selected</source>
        <translation>未选择数据包</translation>
    </message>
    <message>
        <source>Choose one in the table to see what is in it, byte by byte.</source>
        <translation>在表中选择一个，逐字节查看其内容。</translation>
    </message>
    <message>
        <source>The packet&apos;s fields</source>
        <translation>数据包的字段</translation>
    </message>
    <message>
        <source>Copy as hexadecimal digits</source>
        <translation>复制为十六进制数字</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>The bytes are not shown</source>
        <translation>未显示字节</translation>
    </message>
    <message>
        <source>Reading what is in other people&apos;s packets is a right of its own. The system may ask for a password.</source>
        <translation>读取他人数据包的内容需要单独的权限。系统可能会要求输入密码。</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>显示字节</translation>
    </message>
    <message>
        <source>Asking for the bytes</source>
        <translation>正在请求字节</translation>
    </message>
    <message>
        <source>The system may be waiting for a password.</source>
        <translation>系统可能正在等待密码。</translation>
    </message>
    <message>
        <source>The bytes may not be read</source>
        <translation>不允许读取字节</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次请求</translation>
    </message>
    <message>
        <source>No bytes from another machine</source>
        <translation>没有来自其他机器的字节</translation>
    </message>
    <message>
        <source>This window gets no bytes through ssh. There, &quot;trackhandctl watch packets --pcapng FILE&quot; keeps them.</source>
        <translation>此窗口不通过 ssh 获取字节。在那台机器上，可用“trackhandctl watch packets --pcapng FILE”保存。</translation>
    </message>
    <message>
        <source>No bytes of this packet</source>
        <translation>没有此数据包的字节</translation>
    </message>
    <message>
        <source>The backend keeps the bytes of the newest packets only, and only while somebody looks at them. Choose one that has come since.</source>
        <translation>后端只保留最新数据包的字节，且仅在有人查看时保留。请选择此后到来的数据包。</translation>
    </message>
    <message>
        <source>The capture has none of them.</source>
        <translation>抓包文件中没有这些字节。</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketPlace</name>
    <message>
        <source>no packet is shown</source>
        <translation>没有显示任何数据包</translation>
    </message>
    <message>
        <source>this is neither a packet&apos;s number nor a time such as 14:02:11.203 or 2026-01-02 14:02</source>
        <translation>这既不是数据包编号，也不是 14:02:11.203 或 2026-01-02 14:02 这样的时间</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketProfiles</name>
    <message>
        <source>the settings could not be kept in %1: is it yours, is there space, is it what Trackhand wrote?</source>
        <translation>无法将设置保存在 %1：它是否归您所有、是否有空间、是否由 Trackhand 写入？</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketTreeModel</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>Trackhand::PacketsPage</name>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Keep back what arrives (Space)</source>
        <translation>暂缓显示新到的数据包 (Space)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stay at the newest packet (F)</source>
        <translation>停留在最新数据包 (F)</translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation>尚无数据包</translation>
    </message>
    <message>
        <source>Every packet that a helper judges shows here, with its verdict and what the helper saw in it. None has come so far: is there a helper that runs, a rule that gives it traffic, and traffic?</source>
        <translation>助手裁决的每个数据包都显示在这里，并附其裁决和助手所见。目前还没有：是否有正在运行的助手、给它流量的规则，以及流量？</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>添加助手…</translation>
    </message>
    <message>
        <source>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</source>
        <translation>helper == &quot;ftp&quot; &amp;&amp; verdict != accept</translation>
    </message>
    <message>
        <source>Filter packets</source>
        <translation>过滤数据包</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 lost</source>
        <translation>显示 %1 / %2，丢失 %3</translation>
    </message>
    <message>
        <source>%1 kept back</source>
        <translation>暂缓 %1</translation>
    </message>
    <message>
        <source>Show its flow</source>
        <translation>显示其流</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns, colours and profiles</source>
        <translation>列、颜色和方案</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write packets into a file</source>
        <translation>将数据包写入文件</translation>
    </message>
    <message>
        <source>Only in order of arrival (Shift+S)</source>
        <translation>仅在按到达顺序时可用（Shift+S）</translation>
    </message>
    <message>
        <source>%1 to be sorted in</source>
        <translation>%1 个待排入</translation>
    </message>
    <message>
        <source>%1 not looked at</source>
        <translation>%1 个未查看</translation>
    </message>
</context>
<context>
    <name>Trackhand::PlanText</name>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>every %1 connection</source>
        <translation>所有 %1 连接</translation>
    </message>
    <message>
        <source>%1 connections to ports %2</source>
        <translation>到端口 %2 的 %1 连接</translation>
    </message>
    <message>
        <source>%1 connections to port %2</source>
        <translation>到端口 %2 的 %1 连接</translation>
    </message>
    <message>
        <source>of servers behind this machine</source>
        <translation>通往本机后面的服务器</translation>
    </message>
    <message>
        <source>of the server %1 behind this machine</source>
        <translation>通往本机后面的服务器 %1</translation>
    </message>
    <message>
        <source>from clients behind this machine</source>
        <translation>来自本机后面的客户端</translation>
    </message>
    <message>
        <source>from the clients %1 behind this machine</source>
        <translation>来自本机后面的客户端 %1</translation>
    </message>
    <message>
        <source>that this machine opens or accepts</source>
        <translation>由本机发起或接受</translation>
    </message>
    <message>
        <source>that this machine opens</source>
        <translation>由本机发起</translation>
    </message>
    <message>
        <source>that this machine accepts</source>
        <translation>由本机接受</translation>
    </message>
    <message>
        <source>%1 will judge %2 %3</source>
        <translation>%1 将裁决%2，%3</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>，来自 %1</translation>
    </message>
    <message>
        <source>, to %1</source>
        <translation>，去往 %1</translation>
    </message>
    <message>
        <source>, by the interface %1</source>
        <translation>，经由接口 %1</translation>
    </message>
    <message>
        <source>, arriving on %1</source>
        <translation>，从 %1 进入</translation>
    </message>
    <message>
        <source>, IPv6 only</source>
        <translation>，仅 IPv6</translation>
    </message>
    <message>
        <source>, IPv4 only</source>
        <translation>，仅 IPv4</translation>
    </message>
    <message>
        <source>%1 is every address. Name the network that is meant, or leave the field empty.</source>
        <translation>%1 是所有地址。请写明所指网络，或将该栏留空。</translation>
    </message>
    <message>
        <source>This is wide: every packet of %1 takes the longer way through the helper. Name the ports, an address or an interface.</source>
        <translation>范围很宽：%1的每个数据包都要绕经助手。请写明端口、地址或接口。</translation>
    </message>
    <message>
        <source>Any server is meant. If it is one of your own, its address in &quot;To&quot; keeps the others out.</source>
        <translation>目前指任意服务器。若是自己的服务器，在“去往”中填写其地址可排除其他服务器。</translation>
    </message>
    <message>
        <source>Clients on every side are meant. Your network in &quot;From&quot;, or the interface it is on, keeps strangers out.</source>
        <translation>目前指各侧的客户端。在“来自”中填写自己的网络，或指定其所在接口，可排除外人。</translation>
    </message>
    <message>
        <source>A helper has 1 to 4 expectation classes.</source>
        <translation>一个助手有 1 到 4 个期望类别。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no class name: it has 1 to 15 letters, digits, . _ or -.</source>
        <translation>“%1”不是类别名称：应为 1 到 15 个字母、数字、. _ 或 -。</translation>
    </message>
    <message>
        <source>Two classes are called %1. Give each its own name.</source>
        <translation>有两个类别都叫 %1。请各起一个名称。</translation>
    </message>
    <message>
        <source>The class %1 can expect 1 to 255 connections.</source>
        <translation>类别 %1 可期望 1 到 255 个连接。</translation>
    </message>
    <message>
        <source>The class %1 can wait 1 to %2 seconds.</source>
        <translation>类别 %1 可等待 1 到 %2 秒。</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>请选择 IPv4、IPv6 或两者。</translation>
    </message>
    <message>
        <source>Choose tcp, udp or both.</source>
        <translation>请选择 tcp、udp 或两者。</translation>
    </message>
    <message>
        <source>Choose the connections this machine opens, those it accepts, or both.</source>
        <translation>请选择本机发起的连接、本机接受的连接，或两者。</translation>
    </message>
    <message>
        <source>&quot;From&quot; and &quot;To&quot; are of different families. Write both as IPv4 or both as IPv6.</source>
        <translation>“来自”和“去往”属于不同地址族。请都写 IPv4 或都写 IPv6。</translation>
    </message>
    <message>
        <source>The address is IPv6. Tick IPv6 or leave the address out.</source>
        <translation>该地址是 IPv6。请勾选 IPv6 或不填地址。</translation>
    </message>
    <message>
        <source>The address is IPv4. Tick IPv4 or leave the address out.</source>
        <translation>该地址是 IPv4。请勾选 IPv4 或不填地址。</translation>
    </message>
</context>
<context>
    <name>Trackhand::PolicyTable</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同时数</translation>
    </message>
    <message>
        <source>Wait, s</source>
        <translation>等待（秒）</translation>
    </message>
    <message>
        <source>Expected connections of one connection at a time, 1 to 255</source>
        <translation>一个连接同时期望的连接数，1 到 255</translation>
    </message>
    <message>
        <source>Seconds until an expected connection is no longer let in</source>
        <translation>所期望的连接不再放行前的秒数</translation>
    </message>
    <message>
        <source>Expectation classes</source>
        <translation>期望类别</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProfileMenu</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>着色规则…</translation>
    </message>
    <message>
        <source>The profile %1 was replaced.</source>
        <translation>方案 %1 已替换。</translation>
    </message>
    <message>
        <source>The profile %1 keeps columns, colours and the filter.</source>
        <translation>方案 %1 保存列、颜色和过滤器。</translation>
    </message>
    <message>
        <source>The profile %1 was deleted.</source>
        <translation>方案 %1 已删除。</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>恢复最初的列</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>方案：%1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Save as a new profile…</source>
        <translation>另存为新方案…</translation>
    </message>
    <message>
        <source>Keep the filter in this profile</source>
        <translation>在此方案中保存过滤器</translation>
    </message>
    <message>
        <source>Delete this profile</source>
        <translation>删除此方案</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>A name for these columns, colours and this filter:</source>
        <translation>为这些列、颜色和此过滤器命名：</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>方案需要名称。</translation>
    </message>
    <message>
        <source>Keep %1 packets…</source>
        <translation>保留 %1 个数据包…</translation>
    </message>
    <message>
        <source>Packets to keep</source>
        <translation>要保留的数据包</translation>
    </message>
    <message>
        <source>The table keeps so many of the newest packets. A million takes 60 to 100 MB of memory.</source>
        <translation>表格保留这么多最新的数据包。一百万个占用 60 至 100 MB 内存。</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolList</name>
    <message>
        <source>%1 port %2</source>
        <translation>%1 端口 %2</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Observe any traffic</source>
        <translation>观察任意流量</translation>
    </message>
    <message>
        <source>module, %1</source>
        <extracomment>In front: a helper that is code of the host&apos;s own, not a built-in one. %1 is its traffic, like &quot;tcp port 7000&quot;.</extracomment>
        <translation>模块，%1</translation>
    </message>
</context>
<context>
    <name>Trackhand::ProtocolStep</name>
    <message>
        <source>Search by name, port or what it does</source>
        <translation>按名称、端口或用途搜索</translation>
    </message>
    <message>
        <source>Search the protocols</source>
        <translation>搜索协议</translation>
    </message>
    <message>
        <source>&amp;Name of the helper</source>
        <translation>助手名称(&amp;N)</translation>
    </message>
    <message>
        <source>Reading the protocols of the backend …</source>
        <translation>正在读取后端的协议…</translation>
    </message>
    <message>
        <source>registered by another program</source>
        <translation>由其他程序注册</translation>
    </message>
    <message>
        <source>added already</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>The protocols could not be read: %1</source>
        <translation>无法读取协议：%1</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>All of these are added already. Search for another one.</source>
        <translation>这些都已添加。请搜索其他协议。</translation>
    </message>
    <message>
        <source>A helper called %1 is there already. Give this one another name.</source>
        <translation>已有名为 %1 的助手。请为此助手另起名称。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RecordButton</name>
    <message>
        <source>There is no helper</source>
        <translation>没有助手</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>Record what %1 sees</source>
        <translation>记录 %1 所见</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng)</source>
        <translation>抓包文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1</source>
        <translation>没有记录：%1</translation>
    </message>
    <message>
        <source>Nothing is recorded: the bytes of packets do not come through ssh. On that machine: trackhandctl watch packets --helper %1 --pcapng FILE</source>
        <translation>没有记录：数据包的字节不通过 ssh 传输。请在那台机器上运行：trackhandctl watch packets --helper %1 --pcapng FILE</translation>
    </message>
    <message>
        <source>%1 saw no packet meanwhile. Nothing was written.</source>
        <translation>%1 在此期间没有看到数据包，未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) recorded.</source>
        <translation>
            <numerusform>已记录 %n 个数据包。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>It is full: more is not kept.</source>
        <translation>记录已满，不再保留更多。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without bytes.</source>
        <translation>
            <numerusform>其中 %n 个没有字节。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cut short.</source>
        <translation>
            <numerusform>其中 %n 个被截短。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more came too fast or while the window was hidden.</source>
        <translation>
            <numerusform>另有 %n 个来得太快，或在窗口隐藏时到达。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop (%1)</source>
        <translation>停止 (%1)</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Stop recording what %1 sees, and run the script over it</source>
        <translation>停止记录 %1 所见，并对其运行脚本</translation>
    </message>
    <message>
        <source>Record what a helper sees while the window is shown, at most 200,000 packets or 64 MiB</source>
        <translation>在窗口显示期间记录助手所见，最多 200,000 个数据包或 64 MiB</translation>
    </message>
</context>
<context>
    <name>Trackhand::ResultTables</name>
    <message>
        <source>Results</source>
        <translation>运行结果</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Packets that the script saw</source>
        <translation>脚本看到的数据包</translation>
    </message>
    <message>
        <source>What the script expected</source>
        <translation>脚本期望的连接</translation>
    </message>
    <message>
        <source>Connections, and those that were expected on them</source>
        <translation>连接以及在其上期望的连接</translation>
    </message>
    <message>
        <source>Packets at which the script came to an early end</source>
        <translation>使脚本提前结束的数据包</translation>
    </message>
    <message>
        <source>What changed since the last run</source>
        <translation>自上次运行以来的变化</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>转到该行</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>After the second run over the same capture, what it does otherwise than the one before stands here.</source>
        <translation>对同一抓包文件第二次运行之后，这里显示与上一次不同的地方。</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>This run did exactly what the last one did.</source>
        <translation>这次运行与上次完全相同。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
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
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>First free queue</source>
        <translation>首个空闲队列</translation>
    </message>
    <message>
        <source>expects %1 × %2 for %3 s</source>
        <translation>期望 %1 × %2，%3 秒</translation>
    </message>
    <message>
        <source>&amp;nftables</source>
        <translation>&amp;nftables</translation>
    </message>
    <message>
        <source>n&amp;fct and iptables</source>
        <translation>n&amp;fct 和 iptables</translation>
    </message>
    <message>
        <source>&amp;trackhandctl</source>
        <translation>&amp;trackhandctl</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>复制显示的文本</translation>
    </message>
    <message>
        <source>Asking the backend for the rules …</source>
        <translation>正在向后端查询规则…</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>后端不接受此规则：%1</translation>
    </message>
    <message>
        <source>Change &amp;it</source>
        <translation>更改(&amp;I)</translation>
    </message>
    <message>
        <source>Registering %1 …</source>
        <translation>正在注册 %1…</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>正在添加规则…</translation>
    </message>
    <message>
        <source>Starting %1 …</source>
        <translation>正在启动 %1…</translation>
    </message>
    <message>
        <source>Taking it back …</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 could not be registered: %2</source>
        <translation>无法注册 %1：%2</translation>
    </message>
    <message>
        <source>The rule could not be added: %1</source>
        <translation>无法添加规则：%1</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>It could not be taken back either (%1): delete %2 on the Helpers page.</source>
        <translation>也无法撤回（%1）：请在“助手”页删除 %2。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleAdvisor</name>
    <message>
        <source>Choose the helper that shall get this traffic.</source>
        <translation>请选择接收此流量的助手。</translation>
    </message>
    <message>
        <source>Choose at least one of the two.</source>
        <translation>请在两者中至少选一个。</translation>
    </message>
    <message>
        <source>A rule has one interface only. Make two rules.</source>
        <translation>一条规则只能有一个接口。请分成两条规则。</translation>
    </message>
    <message>
        <source>Own packets arrive on none: choose prerouting alone, or leave this empty.</source>
        <translation>本机发出的数据包没有入接口：请只选 prerouting，或将此处留空。</translation>
    </message>
    <message>
        <source>Forwarded packets choose theirs later: choose output alone, or leave this empty.</source>
        <translation>转发的数据包稍后才选出接口：请只选 output，或将此处留空。</translation>
    </message>
    <message>
        <source>Choose IPv4, IPv6 or both.</source>
        <translation>请选择 IPv4、IPv6 或两者。</translation>
    </message>
    <message>
        <source>This is %1, and &quot;From&quot; is %2.</source>
        <translation>这是 %1，而“来自”是 %2。</translation>
    </message>
    <message>
        <source>This is %1: choose it below, too.</source>
        <translation>这是 %1：请在下面也选上它。</translation>
    </message>
    <message>
        <source>Nobody has registered %1: the kernel will load a helper of its own by this name, if it has one.</source>
        <translation>%1 无人注册：内核若有同名的自带助手，将加载它。</translation>
    </message>
    <message>
        <source>%1 is registered for %2 alone.</source>
        <translation>%1 只为 %2 注册。</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>%1 is not registered for %2.</source>
        <translation>%1 未为 %2 注册。</translation>
    </message>
    <message>
        <source>This is every address. Name the network that is meant.</source>
        <translation>这是所有地址。请写明所指网络。</translation>
    </message>
    <message>
        <source>Wide: each packet of all these connections takes the longer way. Name the ports.</source>
        <translation>范围很宽：所有这些连接的每个数据包都要绕行。请写明端口。</translation>
    </message>
    <message>
        <source>Strangers too may have ports opened. Name your network, or the interface it is on.</source>
        <translation>外人也可能借此打开端口。请写明自己的网络或其所在接口。</translation>
    </message>
    <message>
        <source>Or name the server, if it is one of your own.</source>
        <translation>若是自己的服务器，也可写明服务器。</translation>
    </message>
    <message>
        <source>Any server is meant. Name it, if there is only one.</source>
        <translation>目前指任意服务器。若只有一台，请写明。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleColors</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleCommands</name>
    <message>
        <source>
# rule %1
</source>
        <translation>
# 规则 %1
</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleDeed</name>
    <message>
        <source>add rule %1 of %2</source>
        <translation>添加 %2 的规则 %1</translation>
    </message>
    <message>
        <source>change rule %1 of %2</source>
        <translation>更改 %2 的规则 %1</translation>
    </message>
    <message>
        <source>delete rule %1 of %2</source>
        <translation>删除 %2 的规则 %1</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was added.</source>
        <translation>已添加 %2 的规则 %1。</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was changed.</source>
        <translation>已更改 %2 的规则 %1。</translation>
    </message>
    <message>
        <source>Rule %1 of %2 was deleted.</source>
        <translation>已删除 %2 的规则 %1。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleEditor</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Change rule %1 of %2</source>
        <translation>更改 %2 的规则 %1</translation>
    </message>
    <message>
        <source>&amp;Change rule</source>
        <translation>更改规则(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>添加规则(&amp;A)</translation>
    </message>
    <message>
        <source>The backend does not take this rule: %1</source>
        <translation>后端不接受此规则：%1</translation>
    </message>
    <message>
        <source>&amp;Begin with…</source>
        <translation>从模板开始(&amp;B)…</translation>
    </message>
    <message>
        <source>Rules that many people need, to be made narrower</source>
        <translation>许多人需要的规则，可再收窄</translation>
    </message>
    <message>
        <source>The rule keeps its number and its place; its counters begin anew. Connections that exist keep the helper they have.</source>
        <translation>规则保留其编号和位置；计数器重新开始。已有连接保留原来的助手。</translation>
    </message>
    <message>
        <source>New connections get the helper; those that exist already stay as they are.</source>
        <translation>新连接会得到此助手；已有连接保持不变。</translation>
    </message>
    <message>
        <source>Changing the rule …</source>
        <translation>正在更改规则…</translation>
    </message>
    <message>
        <source>Adding the rule …</source>
        <translation>正在添加规则…</translation>
    </message>
    <message>
        <source>The rule stays as it was: %1</source>
        <translation>规则保持不变：%1</translation>
    </message>
    <message>
        <source>The rule was not added: %1</source>
        <translation>未添加规则：%1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleForm</name>
    <message>
        <source>&amp;every port</source>
        <translation>所有端口(&amp;E)</translation>
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
        <translation>任意入接口</translation>
    </message>
    <message>
        <source>leaving by any</source>
        <translation>任意出接口</translation>
    </message>
    <message>
        <source>&amp;Helper</source>
        <translation>助手(&amp;H)</translation>
    </message>
    <message>
        <source>Trans&amp;port</source>
        <translation>传输协议(&amp;P)</translation>
    </message>
    <message>
        <source>Port&amp;s</source>
        <translation>端口(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>来自(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>去往(&amp;T)</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>接口(&amp;I)</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>Destination ports</source>
        <translation>目标端口</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>目标端口和范围：21, 2121, 8000-8010</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>任意地址</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>连接来自何处：地址或网络，10.0.1.0/24</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>连接去往何处：地址或网络，10.0.2.2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>去往</translation>
    </message>
    <message>
        <source>What comes from the network, for this machine or through it</source>
        <translation>来自网络的流量，到本机或经过本机</translation>
    </message>
    <message>
        <source>What this machine sends itself</source>
        <translation>本机自己发出的流量</translation>
    </message>
    <message>
        <source>Interface on which packets arrive</source>
        <translation>数据包进入的接口</translation>
    </message>
    <message>
        <source>The interface on which packets arrive; prerouting knows it</source>
        <translation>数据包进入的接口；prerouting 知道它</translation>
    </message>
    <message>
        <source>Interface by which packets leave</source>
        <translation>数据包离开的接口</translation>
    </message>
    <message>
        <source>The interface by which packets leave; output knows it</source>
        <translation>数据包离开的接口；output 知道它</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>通常为 %1</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHistory</name>
    <message>
        <source>not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>rule %1 has been deleted meanwhile</source>
        <translation>规则 %1 其间已被删除</translation>
    </message>
    <message>
        <source>another change is under way; try again when it has ended</source>
        <translation>另一项更改正在进行；请待其结束后再试</translation>
    </message>
    <message>
        <source>the rule has been deleted meanwhile</source>
        <translation>该规则其间已被删除</translation>
    </message>
    <message>
        <source>the rule has been changed meanwhile</source>
        <translation>该规则其间已被更改</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message>
        <source>Could not undo &quot;%1&quot;: %2.</source>
        <translation>无法撤销“%1”：%2。</translation>
    </message>
    <message>
        <source>Could not redo &quot;%1&quot;: %2.</source>
        <translation>无法重做“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleHitText</name>
    <message>
        <source>The packet comes from the network; the rule is for what this machine sends.</source>
        <translation>数据包来自网络；规则针对本机发出的。</translation>
    </message>
    <message>
        <source>This machine sends the packet; the rule is for what comes from the network.</source>
        <translation>数据包由本机发出；规则针对来自网络的。</translation>
    </message>
    <message>
        <source>The packet&apos;s interface is not said; the rule is for %1.</source>
        <translation>未指明数据包的接口；规则针对 %1。</translation>
    </message>
    <message>
        <source>The packet arrives on %1; the rule is for %2.</source>
        <translation>数据包从 %1 进入；规则针对 %2。</translation>
    </message>
    <message>
        <source>The packet leaves by %1; the rule is for %2.</source>
        <translation>数据包从 %1 离开；规则针对 %2。</translation>
    </message>
    <message>
        <source>The packet is IPv6; the rule is for IPv4.</source>
        <translation>数据包是 IPv6；规则针对 IPv4。</translation>
    </message>
    <message>
        <source>The packet is IPv4; the rule is for IPv6.</source>
        <translation>数据包是 IPv4；规则针对 IPv6。</translation>
    </message>
    <message>
        <source>The packet comes from %1; the rule is for %2.</source>
        <translation>数据包来自 %1；规则针对 %2。</translation>
    </message>
    <message>
        <source>The packet goes to %1; the rule is for %2.</source>
        <translation>数据包去往 %1；规则针对 %2。</translation>
    </message>
    <message>
        <source>The packet is %1; the rule is for %2.</source>
        <translation>数据包是 %1；规则针对 %2。</translation>
    </message>
    <message>
        <source>The packet goes to port %1; the rule is for %2.</source>
        <translation>数据包去往端口 %1；规则针对 %2。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleModel</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>any on %1</source>
        <translation>任意，经 %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，经 %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>去往</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1, every port</source>
        <translation>%1，所有端口</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>%1 端口 %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulePreviewPane</name>
    <message>
        <source>The rule in nftables&apos; words</source>
        <translation>以 nftables 语句表示的规则</translation>
    </message>
    <message>
        <source>iptables commands that say the same</source>
        <translation>含义相同的 iptables 命令</translation>
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
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>复制显示的文本</translation>
    </message>
</context>
<context>
    <name>Trackhand::RuleTemplates</name>
    <message>
        <source>FTP server behind this router</source>
        <translation>此路由器后面的 FTP 服务器</translation>
    </message>
    <message>
        <source>FTP clients behind this router</source>
        <translation>此路由器后面的 FTP 客户端</translation>
    </message>
    <message>
        <source>FTP from this machine</source>
        <translation>本机发起的 FTP</translation>
    </message>
    <message>
        <source>SIP phones in the LAN</source>
        <translation>局域网中的 SIP 电话</translation>
    </message>
    <message>
        <source>H.323 phones in the LAN</source>
        <translation>局域网中的 H.323 电话</translation>
    </message>
    <message>
        <source>TFTP boot server</source>
        <translation>TFTP 启动服务器</translation>
    </message>
    <message>
        <source>RTSP cameras and players</source>
        <translation>RTSP 摄像头和播放器</translation>
    </message>
    <message>
        <source>IRC clients that send files</source>
        <translation>发送文件的 IRC 客户端</translation>
    </message>
    <message>
        <source>PPTP clients behind this router</source>
        <translation>此路由器后面的 PPTP 客户端</translation>
    </message>
    <message>
        <source>Windows names looked up from this machine</source>
        <translation>从本机查询的 Windows 名称</translation>
    </message>
    <message>
        <source>Printers and speakers found from this machine (mDNS)</source>
        <translation>从本机发现的打印机和音箱 (mDNS)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选项</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>尚无规则</translation>
    </message>
    <message>
        <source>A helper sees only the traffic that a rule gives to it. Rules live in a table of their own, &quot;inet trackhand&quot;; nothing else of your firewall is touched. Adding a helper makes its rules, too.</source>
        <translation>助手只看得到规则交给它的流量。规则位于单独的表“inet trackhand”中，防火墙的其他部分不受触动。添加助手时也会建立其规则。</translation>
    </message>
    <message>
        <source>Add helper…</source>
        <translation>添加助手…</translation>
    </message>
    <message>
        <source>Delete rule %1</source>
        <translation>删除规则 %1</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>添加规则…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>What can be done with the selected rule</source>
        <translation>可对所选规则执行的操作</translation>
    </message>
    <message>
        <source>Change rule %1…</source>
        <translation>更改规则 %1…</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>撤销：%1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>重做：%1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Give a helper more traffic (Ctrl+R)</source>
        <translation>给助手更多流量 (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>Trackhand::RulesPanes</name>
    <message>
        <source>The rule as nftables has it</source>
        <translation>nftables 中的规则</translation>
    </message>
    <message>
        <source>The table inet trackhand as nftables lists it</source>
        <translation>nftables 列出的 inet trackhand 表</translation>
    </message>
    <message>
        <source>nfct and iptables commands that do the same</source>
        <translation>效果相同的 nfct 和 iptables 命令</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>此规则</translation>
    </message>
    <message>
        <source>Whole table</source>
        <translation>整个表</translation>
    </message>
    <message>
        <source>nfct and iptables</source>
        <translation>nfct 和 iptables</translation>
    </message>
    <message>
        <source>Which rule?</source>
        <translation>哪条规则？</translation>
    </message>
    <message>
        <source>The nftables table &quot;inet trackhand&quot; as the kernel has it now, with its counters</source>
        <translation>内核中当前的 nftables 表“inet trackhand”，含计数器</translation>
    </message>
    <message>
        <source>What would do the same by hand, without Trackhand</source>
        <translation>不用 Trackhand、手动达到同样效果的命令</translation>
    </message>
    <message>
        <source>Which rule would this packet meet?</source>
        <translation>此数据包会命中哪条规则？</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the text that is shown</source>
        <translation>复制显示的文本</translation>
    </message>
    <message>
        <source># There is no table &quot;inet trackhand&quot; yet.</source>
        <translation># 尚无表“inet trackhand”。</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPacketModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Of the script, from 1</source>
        <translation>脚本的行号，从 1 开始</translation>
    </message>
</context>
<context>
    <name>Trackhand::RunPane</name>
    <message>
        <source>Capture…</source>
        <translation>抓包文件…</translation>
    </message>
    <message>
        <source>Run after saving</source>
        <translation>保存后运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The pcap or pcapng file that the script runs over; it can be dropped here, too</source>
        <translation>脚本所用的 pcap 或 pcapng 文件；也可以拖放到这里</translation>
    </message>
    <message>
        <source>Run again each time the script was saved</source>
        <translation>每次保存脚本后重新运行</translation>
    </message>
    <message>
        <source>How much of the capture was read</source>
        <translation>抓包文件已读取多少</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Capture for the script</source>
        <translation>脚本所用的抓包文件</translation>
    </message>
    <message>
        <source>Capture files (*.pcapng *.pcap *.cap)</source>
        <translation>抓包文件 (*.pcapng *.pcap *.cap)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>No capture yet</source>
        <translation>尚无抓包文件</translation>
    </message>
    <message>
        <source>A helper is written against a capture, because a capture says the same thing every time. Choose a pcap or pcapng file, or drop one here; then run the script over it.</source>
        <translation>助手是对照抓包文件编写的，因为抓包文件每次的内容都相同。选择 pcap 或 pcapng 文件，或拖放到这里，然后运行脚本。</translation>
    </message>
    <message>
        <source>Choose a capture…</source>
        <translation>选择抓包文件…</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Run the script (F5) to see what it does with this capture.</source>
        <translation>运行脚本 (F5)，查看它如何处理此抓包文件。</translation>
    </message>
    <message>
        <source>The script cannot run</source>
        <translation>脚本无法运行</translation>
    </message>
    <message>
        <source>The capture cannot be read</source>
        <translation>无法读取抓包文件</translation>
    </message>
    <message>
        <source>The script saw no packet</source>
        <translation>脚本没有看到数据包</translation>
    </message>
    <message>
        <source>Of the frames in this capture none belongs to a connection of the protocols and ports that the script&apos;s table names. Frames: %1.</source>
        <translation>此抓包文件中没有任何帧属于脚本表中所列协议和端口的连接。帧数：%1。</translation>
    </message>
    <message>
        <source>Choose another capture…</source>
        <translation>选择其他抓包文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) judged</source>
        <translation>
            <numerusform>裁决 %n 个数据包</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <translation>
            <numerusform>期望 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>匹配 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>显示前 %1 个</translation>
    </message>
    <message>
        <source>The script has changed since this run.</source>
        <translation>此次运行之后脚本已更改。</translation>
    </message>
</context>
<context>
    <name>Trackhand::Screenshots</name>
    <message>
        <source>trackhand: could not write %1: is the directory writable?</source>
        <translation>trackhand：无法写入 %1：目录可写吗？</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptDocument</name>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>it is a folder, a pipe or a device</source>
        <translation>它是文件夹、管道或设备</translation>
    </message>
    <message>
        <source>a script has at most 256 KiB</source>
        <translation>脚本最大 256 KiB</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>它不是 UTF-8 文本</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptEditor</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptPane</name>
    <message>
        <source>helper %1 for %2</source>
        <translation>助手 %1，用于 %2</translation>
    </message>
    <message>
        <source>helper %1 for %2 %3</source>
        <translation>助手 %1，用于 %2 %3</translation>
    </message>
    <message>
        <source>Another program has changed this file.</source>
        <translation>其他程序更改了此文件。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>保留此处内容</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>Lua 脚本 (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>帧 %1：%2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有未保存的更改。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not yet a helper</source>
        <translation>还不是助手</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Another program has changed %1; it was read again.</source>
        <translation>其他程序更改了 %1；已重新读取。</translation>
    </message>
</context>
<context>
    <name>Trackhand::ScriptRun</name>
    <message>
        <source>%1 is no capture but a folder, a pipe or a device</source>
        <translation>%1 不是抓包文件，而是文件夹、管道或设备</translation>
    </message>
</context>
<context>
    <name>Trackhand::SearchBar</name>
    <message>
        <source>Looking through the packets</source>
        <translation>正在查看数据包</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Packets looked at</source>
        <translation>已查看的数据包</translation>
    </message>
    <message>
        <source>Cancel filtering and sorting</source>
        <translation>取消筛选和排序</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeAxisTicker</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>-%1 s</source>
        <translation>-%1 秒</translation>
    </message>
    <message>
        <source>-%1 min</source>
        <translation>-%1 分钟</translation>
    </message>
    <message>
        <source>-%1 h</source>
        <translation>-%1 小时</translation>
    </message>
</context>
<context>
    <name>Trackhand::TimeChart</name>
    <message>
        <source>No packet was judged in this time.</source>
        <translation>此期间没有裁决数据包。</translation>
    </message>
    <message>
        <source>Nothing was counted in this time.</source>
        <translation>此期间没有计数。</translation>
    </message>
    <message>
        <source>%1: %2 now, %3 at most in the last %4</source>
        <translation>%1：现在 %2，最近 %4内最高 %3</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>Trackhand::TopologyPicture</name>
    <message>
        <source>Picture of the traffic that is meant</source>
        <translation>所指流量的示意图</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的网络</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1，端口 %2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayIcon</name>
    <message>
        <source>Trackhand: %1</source>
        <translation>Trackhand：%1</translation>
    </message>
    <message>
        <source>&amp;Open Trackhand</source>
        <translation>打开 Trackhand(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Disable %1 (%2)</source>
        <translation>禁用 %1（%2）</translation>
    </message>
    <message>
        <source>Enable %1 (%2)</source>
        <translation>启用 %1（%2）</translation>
    </message>
    <message>
        <source>%1 could not be enabled: %2</source>
        <translation>无法启用 %1：%2</translation>
    </message>
    <message>
        <source>%1 could not be disabled: %2</source>
        <translation>无法禁用 %1：%2</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayProgram</name>
    <message>
        <source>Shows the state of this machine&apos;s connection-tracking helpers in the desktop&apos;s tray, and says what happens.</source>
        <translation>在桌面托盘中显示本机连接跟踪助手的状态，并报告发生的事件。</translation>
    </message>
    <message>
        <source>Say what the options mean and end.</source>
        <translation>说明各选项的含义并退出。</translation>
    </message>
    <message>
        <source>Say which version this is and end.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>see --help for the options there are</source>
        <translation>可用选项见 --help</translation>
    </message>
    <message>
        <source>it runs already in this session, or the session has no bus</source>
        <translation>它已在此会话中运行，或会话没有总线</translation>
    </message>
</context>
<context>
    <name>Trackhand::TrayText</name>
    <message>
        <source>no backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>no backend: %1</source>
        <translation>无后端：%1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 is %2: %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>no helpers</source>
        <translation>没有助手</translation>
    </message>
    <message numerus="yes">
        <source>%n helper(s) running</source>
        <translation>
            <numerusform>%n 个助手运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 helpers running</source>
        <translation>%1 / %2 个助手运行中</translation>
    </message>
</context>
<context>
    <name>Trackhand::TroubleModel</name>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>short packet</source>
        <translation>数据包过短</translation>
    </message>
</context>
<context>
    <name>Trackhand::WhereStep</name>
    <message>
        <source>those it &amp;opens</source>
        <translation>它发起的(&amp;O)</translation>
    </message>
    <message>
        <source>those it a&amp;ccepts</source>
        <translation>它接受的(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Server behind this machine</source>
        <translation>本机后面的服务器(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;lients behind this machine</source>
        <translation>本机后面的客户端(&amp;L)</translation>
    </message>
    <message>
        <source>This &amp;machine itself</source>
        <translation>本机自身(&amp;M)</translation>
    </message>
    <message>
        <source>Destination ports and ranges: 21, 2121, 8000-8010</source>
        <translation>目标端口和范围：21, 2121, 8000-8010</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>任意地址</translation>
    </message>
    <message>
        <source>Where connections come from: an address or a network, 10.0.1.0/24</source>
        <translation>连接来自何处：地址或网络，10.0.1.0/24</translation>
    </message>
    <message>
        <source>Where connections go to: an address or a network, 10.0.2.2</source>
        <translation>连接去往何处：地址或网络，10.0.2.2</translation>
    </message>
    <message>
        <source>any interface</source>
        <translation>任意接口</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输协议</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>来自(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>去往(&amp;T)</translation>
    </message>
    <message>
        <source>First free (%1)</source>
        <translation>首个空闲 (%1)</translation>
    </message>
    <message>
        <source>The kernel&apos;s packet queue this helper reads; one for each helper</source>
        <translation>此助手读取的内核数据包队列；每个助手一个</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>地址族</translation>
    </message>
    <message>
        <source>&amp;Expects</source>
        <translation>期望(&amp;E)</translation>
    </message>
    <message>
        <source>How many related connections the kernel lets this helper announce, and for how long</source>
        <translation>内核允许此助手预告多少个相关连接，以及保留多久</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>通常为 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no ports. Write 21, or 21, 2121, 8000-8010.</source>
        <translation>“%1”不是端口。请写 21，或 21, 2121, 8000-8010。</translation>
    </message>
    <message>
        <source>Queue %1 is read by %2. Take another, or the first free one.</source>
        <translation>队列 %1 由 %2 读取。请换一个，或用首个空闲队列。</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>接口(&amp;I)</translation>
    </message>
    <message>
        <source>Arriving &amp;on</source>
        <translation>入接口(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Trackhand::WindowStarter</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
</context>
<context>
    <name>Trackhand::WorkbenchPage</name>
    <message>
        <source>Workbench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the script</source>
        <translation>运行脚本</translation>
    </message>
    <message>
        <source>Next packet</source>
        <translation>下一个数据包</translation>
    </message>
    <message>
        <source>Packet before</source>
        <translation>上一个数据包</translation>
    </message>
    <message>
        <source>Between script and results</source>
        <translation>在脚本与结果之间</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>A new script, one of yours, an example, or one that is installed</source>
        <translation>新脚本、您自己的脚本、示例或已安装的脚本</translation>
    </message>
    <message>
        <source>Save the script (Ctrl+S)</source>
        <translation>保存脚本 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Run the script over the capture (F5)</source>
        <translation>用抓包文件运行脚本 (F5)</translation>
    </message>
    <message>
        <source>%1 is installed. No helper runs it yet: add one.</source>
        <translation>%1 已安装。尚无助手运行它：请添加一个。</translation>
    </message>
    <message>
        <source>%1 is installed, and runs in %2.</source>
        <translation>%1 已安装，并在 %2 中运行。</translation>
    </message>
    <message>
        <source>%1 is what it was before; what is in the editor stays.</source>
        <translation>%1 已恢复为之前的版本；编辑器中的内容保持不变。</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>新脚本</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No backend</source>
        <translation>无后端</translation>
    </message>
    <message>
        <source>Open a script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>Lua scripts (*.lua)</source>
        <translation>Lua 脚本 (*.lua)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>运行已取消。</translation>
    </message>
</context>
</TS>
