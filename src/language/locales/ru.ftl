## Обратный отсчёт и рамка карточки

# Подписи под цифрами не зависят от числа.
unit-days = дни
unit-hours = часы
unit-minutes = мин
unit-seconds = сек
phase-before = До начала
phase-open = До конца
phase-closed = Кампания завершена
milestone-before = Кампания ещё не началась
milestone-open = Кампания началась
milestone-day = Осталось меньше суток
milestone-hour = Осталось меньше часа
milestone-ten-minutes = Осталось меньше десяти минут
milestone-minute = Осталось меньше минуты
milestone-closed = Кампания завершена
# «Кампания», а не «акция»: на бирже акция — ещё и ценная бумага.
window = Сроки кампании
your-time = По вашему времени
also-your-time = , ваш часовой пояс
# Месяцы — в родительном падеже.
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
date = { $day } { $month }
date-with-year = { $day } { $month } { $year } г.
moment = { $date }, { $clock }
moment-in-zone = { $moment } ({ $zone })
both-times = { $campaign }; по вашему времени — { $yours }
ends-today = Завершится сегодня в { $clock } ({ $zone })
ends-tomorrow = Завершится завтра в { $clock } ({ $zone })
ends-in-hours = { $end }, через { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
}
ends-in-minutes = { $end }, через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
}
preview = Предпросмотр. Время задаёт страница; ничего не отправляется.
languages = Язык кампании
undo = Отменить
open-questionnaire = Открыть форму
take-part = Участвовать
my-posts = Мои публикации
not-loaded = Часть карточки не загрузилась. Черновик и ссылки сохранены. Проверьте интернет и попробуйте ещё раз.
load-again = Повторить
details = Читать анонс

## Срок в календаре

add-to-calendar = Добавить в календарь
calendar-summary = Дедлайн: { $title }
calendar-description = Опубликуйте пост с { $tag } и отправьте ссылку до { $moment }.
calendar-day-left = Остался один день: { $title }
calendar-hour-left = Остался один час: { $title }

## Как написать пост

not-lasting = Браузер не сохраняет здесь данные. Если закрыть страницу, черновики и неотправленные ссылки пропадут.
follow = Сначала подпишитесь на { $account }.
done = Готово
write = Напишите пост
placeholder = Свой опыт — своими словами…
counts-characters = Хештеги, @упоминания, ссылки и пробелы не считаются.
counts-words = Хештеги, @упоминания и ссылки не считаются.
at-least = Минимум { $minimum }.
characters = { $count ->
    [one] { $count } символ
    [few] { $count } символа
    [many] { $count } символов
   *[other] { $count } символа
}
words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
    [many] { $count } слов
   *[other] { $count } слова
}
counted = { $counted }
counted-missing = { $counted }, нужно ещё { $amount }
x-count = X { $weight }/280
x-preview = Как это будет в X
x-links-one = Как это будет в X: #{ $tag } станет ссылкой
x-links-more = Как это будет в X: #{ $tag } и ещё { $more } станут ссылками
x-links-hint = В X хештег обрывается на первом пробеле. В кампании он всё равно засчитывается.
rule-tag-present = Есть { $tag }
rule-tag-missing = Добавьте { $tag }
rule-tag-wrong = Не совсем { $tag }: { $slips }
slip-sign = нестандартный знак #
slip-white-space = не те пробелы
slip-letter-case = не тот регистр букв
slip-width = у части символов другая ширина или начертание
slip-punctuation = не те знаки препинания
slip-closing-sign = нет # в конце
slip-zero-width = не те невидимые символы
slip-foreign-text = внутри посторонний текст
between-slips = {", "}
# «Минимум» — с именительным падежом: «20 символов», но и «21 символ».
rule-length-kept = Минимум { $minimum }
rule-length-missing = Минимум { $minimum }: нужно ещё { $amount }
rule-other-tags-none = Без других хештегов
# В следующих трёх сразу после текста идут сами хештеги.
rule-other-tags-close = Похоже на хештег кампании, проверьте:
rule-other-tags-maybe = Могут принять за другой хештег:
rule-other-tags = Без других хештегов: удалите
rule-x-length-kept = Помещается в X
rule-x-length-over = Больше лимита X ({ $limit }) на { $over }; китайский иероглиф считается за 2
doubt-filler = Повторы могут не счесть оригинальным текстом
doubt-hardly-text = Почти одни знаки препинания и эмодзи: их могут не засчитать
doubt-announcement = Почти всё взято из анонса; напишите своими словами
doubt-earlier-post = Очень похоже на ваш прежний пост; их могут засчитать как один
fix = Исправить
locate = Выделить в тексте
and-more = и ещё { $count }
remove-tag = Удалить { $tag }
replace-tag = Взять хештег кампании
prompts = Не знаете, что написать? Выберите вопрос
insert-tag = Вставить { $tag }
insert = Вставить
share-heading = Опубликуйте
copy = Копировать текст
# Коротко, для узких экранов: текст копируется, и открывается Gate Square.
open-compose = Копировать в Gate Square
share-x = Поделиться в X
share = Поделиться…
shared-copy = Скопировано. Теперь опубликуйте пост.
shared-compose = Скопировано. Вставьте текст на открывшейся странице.
shared-x = Опубликуйте пост в X, затем вернитесь и отправьте ссылку. X не открылся? Нажмите ещё раз.
shared-sheet = Готово. После публикации вернитесь и отправьте ссылку.
between-sentences = {" "}
also-copied = Текст также скопирован: если пост в X пуст, вставьте его.
too-long-for-x = Текст слишком длинный, чтобы передать его в X. Он скопирован: вставьте его в пост.
# Точка, потому что каждое правило начинается с заглавной буквы.
between-failures = {". "}
shared-failing = Готово, но в таком виде пост не засчитают. { $failures }.
fails-before-sharing = В таком виде пост не засчитают. { $failures }. Чтобы всё равно продолжить, нажмите ещё раз.
not-copied = Браузер запретил копирование. Текст выделен: скопируйте его вручную.
next-step = Далее: отправить ссылку
new-draft = Написать ещё
clear = Очистить
deleted = Удалено.
conflict = Черновик изменён и на другой странице; сохранены обе версии.
drafts = Другие черновики и посты ({ $count })
draft-only = Черновик
draft-copied = Скопировано
draft-composed = Поделились в Gate Square
draft-on-x = Поделились в X
draft-shared = Поделились
open-draft = Открыть
delete-draft = Удалить

## Как отправить ссылку

link-heading = Отправьте ссылку
nothing-submitted = Из этого браузера ссылок не отправляли.
link-hint = Уже опубликовали пост в X? Вставьте ссылку на него, можно сразу несколько.
link-ready = Можно отправлять
link-ready-posted = Можно отправлять. Опубликовано { $moment }
refusal-not-a-link = Ссылка не найдена. В X нажмите «Поделиться постом», затем «Скопировать ссылку».
refusal-other-site = Это не ссылка на X. Вставьте ссылку на свой пост на x.com.
refusal-look-alike = Этот адрес только похож на X. Скопируйте ссылку в X ещё раз.
refusal-profile = Это профиль, а не пост. Откройте пост и скопируйте ссылку на него.
refusal-list = Это список, а не пост. Откройте пост и скопируйте ссылку на него.
refusal-space = Это трансляция Spaces, а не пост. Откройте пост и скопируйте ссылку на него.
refusal-community = Это сообщество, а не пост. Откройте пост и скопируйте ссылку на него.
refusal-short-link = По ссылке t.co не видно, какой это пост. Откройте её и скопируйте ссылку на пост.
refusal-picture = Это ссылка на фото или видео. Скопируйте ссылку на сам пост.
refusal-intent = Эта ссылка открывает окно нового поста. Сначала опубликуйте пост, затем скопируйте ссылку на него.
refusal-search = Это поиск, а не пост. Откройте пост и скопируйте ссылку на него.
refusal-other-page = Эта страница — не пост. Откройте пост и скопируйте ссылку на него.
refusal-bad-id = Номер поста неполный или неверный. Скопируйте ссылку ещё раз.
refusal-bad-handle = Имя пользователя в ссылке неверное. Скопируйте ссылку ещё раз.
refusal-not-accepted = Посты с этого сайта в кампании не принимаются. Вставьте ссылку на свой пост в X.
refusal-too-old = Этот пост вышел задолго до кампании.
refusal-too-early = Опубликовано до начала кампании: { $moment }. Опубликуйте новый пост.
refusal-too-late = Опубликовано после завершения кампании: { $moment }.
doubtful = Это ваш пост? Электронная таблица могла округлить его номер, и тогда ссылка ведёт не туда. Откройте пост и проверьте.
open-post = Открыть пост
confirm = Да, это мой пост
submit = Отправить
# Открывается форма; «Копировать и открыть форму» не помещается на узком экране.
copy-and-open = Копировать и перейти
nothing-there = Сначала вставьте ссылку на свой пост.
none-accepted = Отправить нечего; причины указаны выше.
too-soon = Кампания ещё не началась. Отправьте ссылку, когда она начнётся.
too-late = Приём ссылок завершён.
preview-submits-nothing = Это предпросмотр: ничего не отправляется.
preview-checked = Это предпросмотр: ничего не отправляется. { $found }.
preview-reachable = Сервер формы доступен с этой страницы
submitting = { $count ->
    [one] Отправляем { $count } ссылку. Статус — ниже.
    [few] Отправляем { $count } ссылки. Статус — ниже.
    [many] Отправляем { $count } ссылок. Статус — ниже.
   *[other] Отправляем { $count } ссылки. Статус — ниже.
}
already-there = Уже отправлено; смотрите ниже.
link-copied-for-form = Ссылка скопирована. Вставьте её в форму. Если форма не открылась, нажмите «Открыть форму».
link-copied = Ссылка скопирована.
link-not-copied = Браузер запретил копирование. Скопируйте ссылку вручную.
entry-queued = В очереди
entry-sending = Отправляется…
# Двоеточие, потому что здесь может стоять и одно время, без даты.
entry-delivered = Получено: { $moment }
waiting-offline = Нет связи с формой
waiting-timeout = Форма не отвечает
waiting-interrupted = Ответ не получен
waiting-worker = Вместо формы ответил service worker этого сайта
waiting-blocked = Сервер формы не принимает ссылки с этой страницы; откройте форму и отправьте сами
waiting-conflict = Форма ещё обрабатывает прошлую попытку
waiting-unavailable = Форма недоступна
retrying = { $why }. Повторяем…
retrying-in-seconds = { $why }. Повтор через { $seconds } сек.
retrying-in-minutes = { $why }. Повтор через { $minutes } мин.
entry-unconfirmed = Отправлено, но не подтверждено. Откройте форму и проверьте или отправьте ссылку вручную.
entry-unconfirmed-words = Отправлено, но не подтверждено: «{ $words }». Откройте форму и проверьте или отправьте ссылку вручную.
entry-refused = Форма не приняла ссылку. Откройте форму и отправьте ссылку вручную.
entry-refused-status = Форма не приняла ссылку ({ $status }). Откройте форму и отправьте ссылку вручную.
entry-refused-words = Форма не приняла ссылку: «{ $words }». Откройте форму и отправьте ссылку вручную.
entry-manual = Вы открыли форму, чтобы отправить ссылку: { $moment }. Проверьте в форме, дошла ли ссылка.
not-delivered = Не удалось доставить ссылку вовремя. Откройте форму и отправьте ссылку вручную.
delivered = { $count ->
    [one] Получен { $count } пост
    [few] Получено { $count } поста
    [many] Получено { $count } постов
   *[other] Получено { $count } поста
}
progress = Готово { $done } из { $all }
retry = Повторить сейчас
copy-link = Копировать ссылку
remove-link = Убрать
link-removed = Убрано.
export = Сохранить в CSV
column-link = Ссылка
column-posted = Публикация
column-submitted = Отправка
column-status = Статус
column-since = Время статуса
column-answer = Ответ формы
column-key = Ключ
column-in-zone = { $name } ({ $zone })
state-queued = В очереди
state-sending = Отправляется
state-waiting = Ожидает повтора
state-delivered = Получено
state-unconfirmed = Не подтверждено
state-refused = Не принято
state-manual = Отправлено вручную

## Для автора страницы: что не так

not-closed = Внутри элемента оказались другие части страницы; они остаются видны. Закройте его тегом </campaign-widget>: HTML игнорирует / в <campaign-widget … />.
trouble-no-source = Нет файла кампании: добавьте к <campaign-widget> атрибут src или вложите в него <script type="application/json">.
trouble-unreachable = Не удалось загрузить файл кампании { $src }. Проверьте адрес, соединение, CORS и CSP страницы (connect-src).
trouble-status = Не удалось загрузить файл кампании { $src }: сервер ответил { $code }. Проверьте адрес.
trouble-undecodable = Файл кампании { $src } не в UTF-8. Сохраните его заново в UTF-8.
trouble-not-a-moment = В атрибуте { $attribute } должно быть время, например 2025-07-09T23:59:00+08:00.
trouble-not-json = Файл кампании — недопустимый JSON: { $words }
trouble-invalid = { $count ->
    [one] В файле кампании { $count } ошибка:
    [few] В файле кампании { $count } ошибки:
    [many] В файле кампании { $count } ошибок:
   *[other] В файле кампании { $count } ошибки:
}
# Перед каждым из следующих стоит имя поля; род — средний («поле»), слово «поле» опущено.
flaw-missing = отсутствует.
# Виды значений ниже стоят в винительном падеже.
flaw-wrong-kind = должно содержать { $expected }, а не { $found }.
flaw-unknown = не поддерживается.
flaw-unknown-nearest = не поддерживается; возможно, имелось в виду { $nearest }?
between-choices = {" или "}
flaw-not-one-of = может быть только { $allowed }.
flaw-not-one-of-nearest = может быть только { $allowed }; возможно, имелось в виду { $nearest }?
flaw-empty = не может быть пустым.
flaw-not-a-count = должно быть целым числом не меньше 1.
flaw-not-an-address = должно быть полным адресом, который начинается с https:// (http:// — только для localhost).
flaw-moment-shape = должно содержать время, например 2025-07-09T24:00:00+08:00.
flaw-moment-no-offset = не содержит часового пояса; добавьте его в конце, например +08:00.
flaw-moment-no-such-time = содержит несуществующую дату или время.
flaw-ends-before-it-starts = должно быть позже начала.
flaw-until-before-end = не может быть раньше конца кампании.
flaw-not-an-id = может содержать только буквы, цифры, «.», «_» и «-» (не более 64 символов).
flaw-not-a-tag = должно быть хештегом вида #слово или #два слова#, без # внутри.
flaw-not-a-language = должно быть кодом языка, например zh-CN или en.
flaw-not-a-placeholder = { $name } — не значение, которое можно отправить; используйте { $allowed }.
flaw-no-post = не отправляет ни ссылку, ни номер поста; добавьте { $link }.
flaw-no-key = нужен { $key } или { $post }, чтобы сервер узнал повтор.
flaw-not-a-header = не заголовок, который может задать страница, или значение не в ASCII.
flaw-not-a-status = должно быть статусом HTTP от 200 до 599.
flaw-repeated = встречается дважды; оставьте одно.
flaw-garbled = повреждено неверной кодировкой (�); введите заново в UTF-8.
kind-null = null
kind-bool = true или false
kind-number = число
kind-text = текст в кавычках
kind-list = список […]
kind-object = объект
contrast-heading = Плохо читается. Измените один или оба цвета в каждой строке:
contrast-light = светлая тема
contrast-dark = тёмная тема
contrast-pair = { $scheme }: { $front } ({ $frontValue }) на { $back } ({ $backValue }) — контраст { $ratio }:1, нужно { $needed }:1.
contrast-noColour = { $name } — не цвет: { $value }

## Страница, которая показывает карточку во фрейме

frame-title = Кампания
frame-fallback = Здесь появится карточка кампании. Если её нет, смотрите правила, даты и ссылки в анонсе.
frame-needsScript = Для карточки нужен JavaScript.
frame-noSource = Укажите файл кампании: frame.html?src=/campaigns/….json
frame-otherOrigin = Файл кампании должен быть на { $here }, как и этот фрейм, а не по адресу { $src }
frame-notLoaded = Не удалось загрузить карточку: { $why }
frame-unknownParameter = Неизвестный параметр «{ $name }»; допустимы: { $known }
frame-emptyParameter = Параметр «{ $name }» пуст
