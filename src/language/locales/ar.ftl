## العد التنازلي وإطار البطاقة

# أسماء الوحدات تحت الأرقام مفردة دائمًا.
unit-days = يوم
unit-hours = ساعة
unit-minutes = دقيقة
unit-seconds = ثانية
phase-before = تبدأ الحملة بعد
phase-open = تنتهي الحملة بعد
phase-closed = انتهت الحملة
milestone-before = لم تبدأ الحملة بعد
milestone-open = بدأت الحملة
milestone-day = بقي أقل من يوم
milestone-hour = بقي أقل من ساعة
milestone-ten-minutes = بقي أقل من عشر دقائق
milestone-minute = بقي أقل من دقيقة
milestone-closed = انتهت الحملة
window = فترة الحملة
your-time = بتوقيتك
also-your-time = ، وهو توقيتك أيضًا
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
moment = { $date }، { $clock }
moment-in-zone = { $moment } ({ $zone })
both-times = { $campaign }؛ بتوقيتك: { $yours }
ends-today = تنتهي اليوم الساعة { $clock } ({ $zone })
ends-tomorrow = تنتهي غدًا الساعة { $clock } ({ $zone })
ends-in-hours = { $end }، بعد { $hours ->
    [zero] { $hours } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
ends-in-minutes = { $end }، بعد { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
preview = معاينة. الصفحة هي التي تحدد الوقت، ولا يُرسل شيء.
languages = لغة الحملة
undo = تراجع
open-questionnaire = فتح النموذج
take-part = شارك
my-posts = عرض مشاركاتي
# "البطاقة" قد تُفهم بطاقة مصرفية، ولذلك "المحتوى".
not-loaded = لم يُحمَّل جزء من المحتوى. مسودتك وروابطك محفوظة. تحقق من اتصالك ثم أعد المحاولة.
load-again = إعادة المحاولة
details = قراءة الإعلان

## إضافة الموعد النهائي إلى التقويم

add-to-calendar = إضافة إلى التقويم
calendar-summary = آخر موعد: { $title }
calendar-description = انشر منشورًا يتضمن { $tag } وأرسل رابطه قبل { $moment }.
calendar-day-left = بقي يوم واحد: { $title }
calendar-hour-left = بقيت ساعة واحدة: { $title }

## كتابة المنشور

not-lasting = لا يحفظ هذا المتصفح البيانات هنا. إذا أغلقت الصفحة فستفقد المسودات والروابط التي لم تُرسل.
follow = تابع { $account } أولًا.
done = تم
write = اكتب منشورك
placeholder = تجربتك الشخصية، بكلماتك…
counts-characters = لا تُحتسب الوسوم والإشارات (@) والروابط والمسافات.
counts-words = لا تُحتسب الوسوم والإشارات (@) والروابط.
at-least = { $minimum } على الأقل.
characters = { $count ->
    [zero] { $count } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $count } أحرف
    [many] { $count } حرفًا
   *[other] { $count } حرف
}
words = { $count ->
    [zero] { $count } كلمة
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
counted = { $counted }
counted-missing = { $counted }، بقي { $amount }
x-count = X { $weight }/280
x-preview = هكذا يظهر على X
# بلا علامة # قبل القيمة، كي لا تنتقل إلى آخر الوسم اللاتيني في السطر العربي.
x-links-one = هكذا يظهر على X: الوسم { $tag } يصبح رابطًا
x-links-more = هكذا يظهر على X: الوسم { $tag } { $more ->
    [zero] و{ $more } وسم آخر تصبح روابط
    [one] ووسم آخر يصبحان رابطين
    [two] ووسمان آخران تصبح روابط
    [few] و{ $more } وسوم أخرى تصبح روابط
    [many] و{ $more } وسمًا آخر تصبح روابط
   *[other] و{ $more } وسم آخر تصبح روابط
}
x-links-hint = على X ينتهي الوسم عند أول مسافة، ومع ذلك تحتسبه الحملة.
rule-tag-present = يتضمن { $tag }
rule-tag-missing = أضف { $tag }
rule-tag-wrong = لا يطابق { $tag } تمامًا: { $slips }
slip-sign = علامة # غير قياسية
slip-white-space = المسافات مختلفة
slip-letter-case = حالة الأحرف الكبيرة والصغيرة مختلفة
slip-width = بعض الأحرف بعرض أو نمط مختلف
slip-punctuation = علامات الترقيم مختلفة
slip-closing-sign = علامة # ناقصة في آخره
slip-zero-width = الأحرف غير المرئية مختلفة
slip-foreign-text = في داخله نص آخر
between-slips = {"، "}
rule-length-kept = { $minimum } على الأقل
rule-length-missing = { $minimum } على الأقل: بقي { $amount }
rule-other-tags-none = بلا وسوم أخرى
# في الجمل الثلاث التالية تأتي الوسوم بعد النص مباشرة.
rule-other-tags-close = يشبه وسم الحملة، تحقق من كتابته:
rule-other-tags-maybe = قد يُعدّ وسمًا آخر:
rule-other-tags = بلا وسوم أخرى، أزِل:
rule-x-length-kept = ضمن حد X
rule-x-length-over = يتجاوز حد X البالغ { $limit } بمقدار { $over } (الحرف الصيني يُحسب 2)
doubt-filler = قد لا يُعدّ النص المكرر أصليًا
doubt-hardly-text = معظمه علامات ترقيم ورموز تعبيرية، وقد لا تُحتسب
doubt-announcement = معظمه من كلمات الإعلان؛ اكتب بكلماتك
doubt-earlier-post = يشبه كثيرًا منشورًا سابقًا لك، وقد يُحتسبان منشورًا واحدًا
fix = تصحيح
locate = تحديد في النص
and-more = { $count ->
    [zero] و{ $count } أخرى
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
}
remove-tag = إزالة { $tag }
replace-tag = استخدام وسم الحملة
prompts = لا تعرف ماذا تكتب؟ اختر سؤالًا
insert-tag = إدراج { $tag }
insert = إدراج
share-heading = انشرها
copy = نسخ النص
open-compose = نسخ وفتح Gate Square
share-x = مشاركة على X
share = مشاركة…
shared-copy = تم نسخ النص. انشره الآن.
shared-compose = تم نسخ النص. الصقه في الصفحة التي فُتحت.
shared-x = انشر النص على X، ثم عُد وأرسل الرابط. لم يُفتح X؟ اضغط مرة أخرى.
shared-sheet = تمت المشاركة. بعد النشر، عُد وأرسل الرابط.
between-sentences = {" "}
also-copied = تم نسخ النص أيضًا: الصقه إذا كان المنشور على X فارغًا.
too-long-for-x = النص أطول من أن يُنقل إلى X. تم نسخه: الصقه في منشورك.
between-failures = {"؛ "}
shared-failing = تم، لكن المنشور بصيغته الحالية لن يُحتسب. { $failures }.
fails-before-sharing = المنشور بصيغته الحالية لن يُحتسب. { $failures }. اضغط مرة أخرى للمتابعة رغم ذلك.
not-copied = منع المتصفح النسخ. النص محدد: انسخه بنفسك.
next-step = هل نشرت؟ أرسل الرابط
new-draft = كتابة منشور آخر
clear = مسح
deleted = تم الحذف.
conflict = عُدّلت هذه المسودة في صفحة أخرى أيضًا، وتم الاحتفاظ بالنسختين.
drafts = مسودات ومنشورات أخرى ({ $count })
draft-only = مسودة
draft-copied = تم النسخ
draft-composed = تمت المشاركة على Gate Square
draft-on-x = تمت المشاركة على X
draft-shared = تمت المشاركة
open-draft = فتح
delete-draft = حذف

## إرسال الرابط

link-heading = أرسل رابطك
nothing-submitted = لم يُرسل أي رابط من هذا المتصفح.
link-hint = هل نشرت على X؟ الصق رابط منشورك، أو عدة روابط معًا.
link-ready = جاهز للإرسال
link-ready-posted = جاهز للإرسال. نُشر في { $moment }
refusal-not-a-link = لم يُعثر على رابط. على X، اضغط «مشاركة المنشور» ثم «نسخ الرابط».
refusal-other-site = هذا الرابط ليس من X. الصق رابط منشورك على x.com.
refusal-look-alike = هذا العنوان يشبه X وليس منه. انسخ الرابط من X مرة أخرى.
refusal-profile = هذا ملف شخصي وليس منشورًا. افتح المنشور وانسخ رابطه.
refusal-list = هذه قائمة وليست منشورًا. افتح المنشور وانسخ رابطه.
refusal-space = هذه مساحة وليست منشورًا. افتح المنشور وانسخ رابطه.
refusal-community = هذا مجتمع وليس منشورًا. افتح المنشور وانسخ رابطه.
refusal-short-link = رابط t.co لا يبيّن أي منشور هو. افتحه وانسخ رابط المنشور.
refusal-picture = هذا رابط صورة أو فيديو. انسخ رابط المنشور نفسه.
refusal-intent = هذا الرابط يفتح نافذة كتابة منشور. انشر أولًا، ثم انسخ رابط المنشور.
refusal-search = هذه صفحة بحث وليست منشورًا. افتح المنشور وانسخ رابطه.
refusal-other-page = هذه الصفحة ليست منشورًا. افتح المنشور وانسخ رابطه.
refusal-bad-id = رقم المنشور ناقص أو خاطئ. انسخ الرابط مرة أخرى.
refusal-bad-handle = اسم المستخدم في الرابط خاطئ. انسخ الرابط مرة أخرى.
refusal-not-accepted = لا تقبل هذه الحملة منشورات من ذلك الموقع. الصق رابط منشورك على X.
refusal-too-old = هذا المنشور أقدم من الحملة بكثير.
refusal-too-early = نُشر قبل بدء الحملة: { $moment }. انشر منشورًا جديدًا.
refusal-too-late = نُشر بعد انتهاء الحملة: { $moment }.
doubtful = هل هذا منشورك؟ ربما قرّب برنامج جداول البيانات رقمه، وقد يؤدي الرابط إلى مكان آخر. افتحه للتحقق.
open-post = فتح المنشور
confirm = نعم، هذا منشوري
submit = إرسال
copy-and-open = نسخ الرابط وفتح النموذج
nothing-there = الصق رابط منشورك أولًا.
none-accepted = لا شيء هنا يمكن إرساله؛ السبب مذكور أعلاه.
too-soon = لم تبدأ الحملة بعد. أرسل رابطك بعد بدئها.
too-late = انتهت مهلة الإرسال.
preview-submits-nothing = هذه معاينة: لا يُرسل شيء.
preview-checked = هذه معاينة: لا يُرسل شيء. { $found }.
preview-reachable = يمكن الوصول إلى خادم النموذج من هذه الصفحة
submitting = { $count ->
    [zero] جارٍ إرسال { $count } رابط. تابع الحالة أدناه.
    [one] جارٍ الإرسال. تابع الحالة أدناه.
    [two] جارٍ إرسال رابطين. تابع الحالة أدناه.
    [few] جارٍ إرسال { $count } روابط. تابع الحالة أدناه.
    [many] جارٍ إرسال { $count } رابطًا. تابع الحالة أدناه.
   *[other] جارٍ إرسال { $count } رابط. تابع الحالة أدناه.
}
already-there = سبق إرساله؛ انظر أدناه.
link-copied-for-form = تم نسخ الرابط. الصقه في النموذج. إذا لم يُفتح النموذج، فاضغط «فتح النموذج».
link-copied = تم نسخ الرابط.
link-not-copied = منع المتصفح النسخ. انسخ الرابط بنفسك.
entry-queued = في الانتظار
entry-sending = جارٍ الإرسال…
# نقطتان، لأن القيمة قد تكون ساعة بلا تاريخ.
entry-delivered = تم الاستلام: { $moment }
waiting-offline = تعذّر الوصول إلى النموذج
waiting-timeout = النموذج لا يستجيب
waiting-interrupted = لم يصل أي رد
waiting-worker = ردّ service worker الخاص بالموقع بدلًا من النموذج
waiting-blocked = خادم النموذج لا يقبل روابط من هذه الصفحة؛ افتح النموذج وأرسله بنفسك
waiting-conflict = لا يزال النموذج يعالج محاولة سابقة
waiting-unavailable = النموذج غير متاح
retrying = { $why }. جارٍ إعادة المحاولة…
retrying-in-seconds = { $why }. إعادة المحاولة بعد { $seconds ->
    [zero] { $seconds } ثانية.
    [one] ثانية واحدة.
    [two] ثانيتين.
    [few] { $seconds } ثوانٍ.
    [many] { $seconds } ثانية.
   *[other] { $seconds } ثانية.
}
retrying-in-minutes = { $why }. إعادة المحاولة بعد { $minutes ->
    [zero] { $minutes } دقيقة.
    [one] دقيقة واحدة.
    [two] دقيقتين.
    [few] { $minutes } دقائق.
    [many] { $minutes } دقيقة.
   *[other] { $minutes } دقيقة.
}
entry-unconfirmed = أُرسل دون تأكيد الاستلام. افتح النموذج وتحقق، أو أرسل الرابط بنفسك.
entry-unconfirmed-words = أُرسل دون تأكيد الاستلام: «{ $words }». افتح النموذج وتحقق، أو أرسل الرابط بنفسك.
entry-refused = لم يقبل النموذج الرابط. افتح النموذج وأرسل الرابط بنفسك.
entry-refused-status = لم يقبل النموذج الرابط ({ $status }). افتح النموذج وأرسل الرابط بنفسك.
entry-refused-words = لم يقبل النموذج الرابط: «{ $words }». افتح النموذج وأرسل الرابط بنفسك.
entry-manual = فُتح النموذج لإرسال الرابط: { $moment }. تحقق فيه من وصول الرابط.
not-delivered = تعذّر تسليم الرابط في الوقت المحدد. افتح النموذج وأرسل الرابط بنفسك.
delivered = { $count ->
    [zero] تم استلام { $count } منشور
    [one] تم استلام منشور واحد
    [two] تم استلام منشورين
    [few] تم استلام { $count } منشورات
    [many] تم استلام { $count } منشورًا
   *[other] تم استلام { $count } منشور
}
progress = اكتمل { $done } من { $all }
retry = إعادة المحاولة الآن
copy-link = نسخ الرابط
remove-link = إزالة
link-removed = تمت الإزالة.
export = حفظ بصيغة CSV
column-link = الرابط
column-posted = وقت النشر
column-submitted = وقت الإرسال
column-status = الحالة
column-since = وقت الحالة
column-answer = رد النموذج
column-key = المفتاح
column-in-zone = { $name } ({ $zone })
state-queued = في الانتظار
state-sending = جارٍ الإرسال
state-waiting = بانتظار إعادة المحاولة
state-delivered = تم الاستلام
state-unconfirmed = غير مؤكد
state-refused = لم يُقبل
state-manual = أُرسل يدويًا

## لصاحب الصفحة: ما الخطأ فيها

not-closed = يحتوي العنصر على أجزاء أخرى من الصفحة، وستبقى ظاهرة. أغلقه بكتابة </campaign-widget> لأن HTML يتجاهل / في <campaign-widget … />.
trouble-no-source = لا يوجد ملف للحملة: أضف السمة src إلى <campaign-widget> أو ضع داخله <script type="application/json">.
trouble-unreachable = تعذّر جلب ملف الحملة { $src }. تحقق من العنوان والاتصال وإعدادات CORS وسياسة CSP للصفحة (connect-src).
trouble-status = تعذّر جلب ملف الحملة { $src }: ردّ الخادم بالرمز { $code }. تحقق من العنوان.
trouble-undecodable = ملف الحملة { $src } ليس بترميز UTF-8. احفظه من جديد بترميز UTF-8.
trouble-not-a-moment = يجب أن تكون قيمة السمة { $attribute } وقتًا مثل 2025-07-09T23:59:00+08:00.
trouble-not-json = ملف الحملة ليس JSON صالحًا: { $words }
trouble-invalid = { $count ->
    [zero] في ملف الحملة { $count } خطأ:
    [one] في ملف الحملة خطأ واحد:
    [two] في ملف الحملة خطآن:
    [few] في ملف الحملة { $count } أخطاء:
    [many] في ملف الحملة { $count } خطأً:
   *[other] في ملف الحملة { $count } خطأ:
}
# تأتي كل جملة مما يلي بعد اسم حقل، والصيغة مذكرة (الحقل).
flaw-missing = مفقود.
# أنواع القيم أدناه منصوبة لأنها بعد "يكون".
flaw-wrong-kind = يجب أن يكون { $expected }، لا { $found }.
flaw-unknown = ليس حقلًا معروفًا.
flaw-unknown-nearest = ليس حقلًا معروفًا؛ هل تقصد { $nearest }؟
between-choices = {" أو "}
flaw-not-one-of = يجب أن يكون { $allowed }.
flaw-not-one-of-nearest = يجب أن يكون { $allowed }؛ هل تقصد { $nearest }؟
flaw-empty = يجب ألا يكون فارغًا.
flaw-not-a-count = يجب أن يكون عددًا صحيحًا لا يقل عن 1.
flaw-not-an-address = يجب أن يكون عنوانًا كاملًا يبدأ بـ https:// (يُسمح بـ http:// مع localhost فقط).
flaw-moment-shape = يجب أن يكون وقتًا مثل 2025-07-09T24:00:00+08:00.
flaw-moment-no-offset = بلا منطقة زمنية؛ أضفها في النهاية، مثل +08:00.
flaw-moment-no-such-time = ليس تاريخًا أو وقتًا صحيحًا.
flaw-ends-before-it-starts = يجب أن يكون بعد البداية.
flaw-until-before-end = يجب ألا يسبق نهاية الحملة.
flaw-not-an-id = لا يُسمح فيه إلا بالأحرف والأرقام و«.» و«_» و«-» (64 على الأكثر).
flaw-not-a-tag = يجب أن يكون وسمًا مثل #كلمة أو #أكثر من كلمة#، دون # في داخله.
flaw-not-a-language = يجب أن يكون رمز لغة مثل zh-CN أو en.
flaw-not-a-placeholder = { $name } ليست قيمة يمكن إرسالها؛ استخدم { $allowed }.
flaw-no-post = لا يرسل الرابط ولا رقم المنشور؛ أضف { $link }.
flaw-no-key = يحتاج إلى { $key } أو { $post } ليتعرّف الخادم على التكرار.
flaw-not-a-header = ليس ترويسة يمكن للصفحة تعيينها، أو قيمته ليست ASCII.
flaw-not-a-status = يجب أن يكون حالة HTTP من 200 إلى 599.
flaw-repeated = مكتوب مرتين؛ أبقِ واحدًا.
flaw-garbled = تالف بسبب ترميز خاطئ (�)؛ اكتبه من جديد بترميز UTF-8.
kind-null = null
kind-bool = true أو false
kind-number = عددًا
kind-text = نصًا بين علامتي اقتباس
kind-list = قائمة […]
kind-object = كائنًا
contrast-heading = تصعب قراءته. غيّر أحد اللونين أو كليهما في كل سطر:
contrast-light = الوضع الفاتح
contrast-dark = الوضع الداكن
contrast-pair = { $scheme }: تباين { $front } ({ $frontValue }) على { $back } ({ $backValue }) هو { $ratio } إلى 1، والمطلوب { $needed } إلى 1.
contrast-noColour = { $name } ليس لونًا: { $value }

## الصفحة التي تعرض البطاقة في إطار

frame-title = الحملة
frame-fallback = تظهر الحملة هنا. إذا لم تظهر، فراجع القواعد والمواعيد والروابط في الإعلان.
frame-needsScript = لعرض الحملة، فعّل JavaScript.
frame-noSource = حدّد ملف الحملة: frame.html?src=/campaigns/….json
frame-otherOrigin = يجب أن يكون ملف الحملة على { $here } مثل هذا الإطار، لا على { $src }
frame-notLoaded = تعذّر تحميل الحملة: { $why }
frame-unknownParameter = معلمة غير معروفة «{ $name }»؛ استخدم { $known }
frame-emptyParameter = المعلمة «{ $name }» فارغة
