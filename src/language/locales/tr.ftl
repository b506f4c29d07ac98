## Geri sayım ve kart

unit-days = gün
unit-hours = saat
unit-minutes = dk
unit-seconds = sn
phase-before = Başlamasına kalan süre
phase-open = Bitmesine kalan süre
phase-closed = Kampanya sona erdi
milestone-before = Kampanya henüz başlamadı
milestone-open = Kampanya başladı
milestone-day = Bir günden az kaldı
milestone-hour = Bir saatten az kaldı
milestone-ten-minutes = On dakikadan az kaldı
milestone-minute = Bir dakikadan az kaldı
milestone-closed = Kampanya sona erdi
window = Kampanya
your-time = Sizin saatiniz
also-your-time = , sizin saatinizle aynı
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
moment = { $date }, { $clock }
moment-in-zone = { $moment } ({ $zone })
both-times = { $campaign }; sizin saatinizle { $yours }
ends-today = Bitiş: bugün { $clock } ({ $zone })
ends-tomorrow = Bitiş: yarın { $clock } ({ $zone })
# Türkçede sayıdan sonra ad tekil kalır: seçiciye gerek yok.
ends-in-hours = { $end }, { $hours } saat kaldı
ends-in-minutes = { $end }, { $minutes } dakika kaldı
preview = Önizleme. Saati sayfa belirler; hiçbir şey gönderilmez.
languages = Kampanya dili
undo = Geri al
open-questionnaire = Formu aç
take-part = Katıl
my-posts = Gönderilerimi gör
# “Bağlantı” burada link demek; ağ için hep “internet bağlantısı”.
not-loaded = Bu kartın bir bölümü yüklenemedi. Taslağınız ve bağlantılarınız duruyor. İnternet bağlantınızı kontrol edip tekrar deneyin.
load-again = Tekrar dene
details = Duyuruyu oku

## Son tarihi takvime ekleme

add-to-calendar = Takvime ekle
calendar-summary = Son tarih: { $title }
calendar-description = { $tag } ile bir gönderi paylaşın ve bağlantısını { $moment } tarihine kadar gönderin.
calendar-day-left = Son bir gün: { $title }
calendar-hour-left = Son bir saat: { $title }

## Gönderi yazma

not-lasting = Bu tarayıcı burada veri saklamıyor. Sayfayı kapattığınızda taslaklar ve iletilmemiş bağlantılar kaybolur.
follow = Önce { $account } hesabını takip edin.
done = Tamamlandı
write = Gönderinizi yazın
placeholder = Kendi deneyiminiz, kendi sözlerinizle…
counts-characters = Hashtag'ler, @bahsetmeler, bağlantılar ve boşluklar sayılmaz.
counts-words = Hashtag'ler, @bahsetmeler ve bağlantılar sayılmaz.
at-least = En az { $minimum }.
characters = { $count } karakter
words = { $count } kelime
counted = { $counted }
counted-missing = { $counted }, { $missing } eksik
x-count = X { $weight }/280
x-preview = X'te görünümü
x-links-one = X'te görünümü: #{ $tag } bağlantıya dönüşür
x-links-more = X'te görünümü: #{ $tag } ve { $more } hashtag daha bağlantıya dönüşür
x-links-hint = X'te hashtag ilk boşlukta biter. Kampanyada yine de geçerlidir.
# Hashtag'e ek getirilmez: nasıl okunacağı bilinmez.
rule-tag-present = { $tag } var
rule-tag-missing = { $tag } ekleyin
rule-tag-wrong = { $tag } tam doğru yazılmamış: { $slips }
slip-sign = # işareti standart değil
slip-white-space = boşluklar farklı
slip-letter-case = büyük/küçük harfler farklı
slip-width = bazı karakterlerin genişliği veya stili farklı
slip-punctuation = noktalama işaretleri farklı
slip-closing-sign = sondaki # eksik
slip-zero-width = görünmez karakterler farklı
slip-foreign-text = araya başka metin girmiş
between-slips = {", "}
rule-length-kept = En az { $minimum }
rule-length-missing = En az { $minimum }: { $missing } eksik
rule-other-tags-none = Başka hashtag yok
rule-other-tags-close = Kampanya hashtag'ine çok benziyor, yazımını kontrol edin:
rule-other-tags-maybe = Başka bir hashtag sanılabilir:
rule-other-tags = Başka hashtag kullanmayın, kaldırın:
rule-x-length-kept = X'e sığıyor
rule-x-length-over = X'in { $limit } karakter sınırını { $over } aşıyor (bir emoji 2 sayılır)
doubt-filler = Tekrarlanan metin özgün sayılmayabilir
doubt-hardly-text = Çoğu noktalama ve emoji; bunlar sayılmayabilir
doubt-announcement = Çoğu duyurudan alınmış; kendi sözlerinizi kullanın
doubt-earlier-post = Önceki bir gönderinize çok benziyor; ikisi tek gönderi sayılabilir
fix = Düzelt
locate = Metinde seç
and-more = ve { $count } tane daha
remove-tag = Kaldır: { $tag }
replace-tag = Kampanyadakiyle değiştir
prompts = Ne yazacağınızı bilmiyor musunuz? Bir soru seçin
insert-tag = { $tag } ekle
insert = Ekle
share-heading = Paylaş
copy = Metni kopyala
open-compose = Kopyala, Gate Square'i aç
share-x = X'te paylaş
share = Paylaş…
shared-copy = Kopyalandı. Şimdi paylaşın.
shared-compose = Kopyalandı. Açılan sayfaya yapıştırın.
shared-x = X'te paylaşın, sonra buraya dönüp bağlantıyı gönderin. X açılmadı mı? Tekrar dokunun.
shared-sheet = Paylaşıldı. Gönderi yayınlanınca buraya dönüp bağlantıyı gönderin.
between-sentences = {" "}
also-copied = Metin de kopyalandı: X'teki gönderi boşsa yapıştırın.
too-long-for-x = Metin X'e aktarılamayacak kadar uzun. Kopyalandı: gönderinize yapıştırın.
# Her madde büyük harfle başlayan bir cümle; bu yüzden aralarına nokta konur.
between-failures = {". "}
shared-failing = Tamamlandı, ancak gönderi bu hâliyle geçerli sayılmaz. { $failures }.
fails-before-sharing = Gönderi bu hâliyle geçerli sayılmaz. { $failures }. Yine de devam etmek için tekrar dokunun.
not-copied = Tarayıcı kopyalamaya izin vermedi. Metin seçildi: kendiniz kopyalayın.
next-step = Paylaştım, bağlantıyı gönder
new-draft = Yeni gönderi yaz
clear = Temizle
deleted = Silindi.
conflict = Bu taslak başka bir sayfada da değiştirildi; iki sürüm de saklandı.
drafts = Diğer taslaklar ve gönderiler ({ $count })
draft-only = Taslak
draft-copied = Kopyalandı
draft-composed = Gate Square'de paylaşıldı
draft-on-x = X'te paylaşıldı
draft-shared = Paylaşıldı
open-draft = Aç
delete-draft = Sil

## Bağlantıyı gönderme

link-heading = Bağlantınızı gönderin
nothing-submitted = Bu tarayıcıdan bağlantı gönderilmedi.
link-hint = X'te paylaştınız mı? Gönderinizin bağlantısını yapıştırın. Birden fazla bağlantıyı birlikte de yapıştırabilirsiniz.
link-ready = Gönderilmeye hazır
link-ready-posted = Gönderilmeye hazır. Paylaşım zamanı: { $moment }
refusal-not-a-link = Bağlantı bulunamadı. X'te gönderinizdeki “Gönderiyi paylaş” düğmesine, sonra “Bağlantıyı kopyala” seçeneğine dokunun.
refusal-other-site = Bu bir X bağlantısı değil. Gönderinizin x.com bağlantısını yapıştırın.
refusal-look-alike = Bu adres yalnızca X'e benziyor. Bağlantıyı X'ten yeniden kopyalayın.
refusal-profile = Bu bir profil, gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-list = Bu bir liste, gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-space = Bu bir Sohbet Odası, gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-community = Bu bir topluluk, gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-short-link = t.co bağlantısından hangi gönderi olduğu anlaşılmaz. Bağlantıyı açıp gönderinin kendi bağlantısını kopyalayın.
refusal-picture = Bu bir fotoğraf veya video. Gönderinin kendi bağlantısını kopyalayın.
refusal-intent = Bu bağlantı gönderi yazma ekranını açar. Önce gönderiyi paylaşın, sonra bağlantısını kopyalayın.
refusal-search = Bu bir arama, gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-other-page = Bu sayfa bir gönderi değil. Gönderiyi açıp bağlantısını kopyalayın.
refusal-bad-id = Gönderi numarası eksik veya hatalı. Bağlantıyı yeniden kopyalayın.
refusal-bad-handle = Bağlantıdaki kullanıcı adı hatalı. Bağlantıyı yeniden kopyalayın.
refusal-not-accepted = Bu kampanya oradaki gönderileri kabul etmiyor. X'teki gönderinizin bağlantısını yapıştırın.
refusal-too-old = Bu gönderi kampanyadan çok daha eski.
refusal-too-early = Kampanya başlamadan önce paylaşılmış: { $moment }. Yeni bir gönderi paylaşın.
refusal-too-late = Kampanya bittikten sonra paylaşılmış: { $moment }.
doubtful = Bu sizin gönderiniz mi? Bir tablo programı numarasını yuvarlamış olabilir; bu durumda bağlantı başka bir yere gider. Açıp kontrol edin.
open-post = Gönderiyi aç
confirm = Evet, benim
submit = Gönder
copy-and-open = Kopyala, formu aç
nothing-there = Önce gönderinizin bağlantısını yapıştırın.
none-accepted = Gönderilebilecek bağlantı yok; nedeni yukarıda.
too-soon = Kampanya henüz başlamadı. Başladığında bağlantınızı gönderin.
too-late = Bağlantı gönderme süresi doldu.
preview-submits-nothing = Bu bir önizleme: hiçbir şey gönderilmez.
submitting = { $count ->
    [one] Gönderiliyor. Durumunu aşağıda görebilirsiniz.
   *[other] { $count } bağlantı gönderiliyor. Durumlarını aşağıda görebilirsiniz.
}
already-there = Daha önce gönderilmiş; aşağıya bakın.
link-copied-for-form = Bağlantı kopyalandı. Forma yapıştırın. Form açılmadıysa “Formu aç” düğmesine dokunun.
link-copied = Bağlantı kopyalandı.
link-not-copied = Tarayıcı kopyalamaya izin vermedi. Bağlantıyı kendiniz kopyalayın.
entry-queued = Sırada
entry-sending = Gönderiliyor…
# Değer yalnızca saat de olabilir: “Alındı: 15:53”.
entry-delivered = Alındı: { $moment }
waiting-offline = Forma ulaşılamıyor
waiting-timeout = Form yanıt vermiyor
waiting-interrupted = Yanıt alınamadı
waiting-worker = Form yerine bu sitenin service worker'ı yanıt verdi
waiting-blocked = Form sunucusu bu sayfadan bağlantı kabul etmiyor; formu açıp kendiniz gönderin
waiting-conflict = Form önceki denemeyi hâlâ işliyor
waiting-unavailable = Form şu anda kullanılamıyor
retrying = { $why }. Tekrar deneniyor…
retrying-in-seconds = { $why }. { $seconds } sn sonra tekrar denenecek.
retrying-in-minutes = { $why }. { $minutes } dk sonra tekrar denenecek.
entry-unconfirmed = Gönderildi ama onaylanmadı. Formu açıp kontrol edin veya kendiniz gönderin.
entry-unconfirmed-words = Gönderildi ama onaylanmadı: “{ $words }”. Formu açıp kontrol edin veya kendiniz gönderin.
entry-refused = Form kabul etmedi. Formu açıp kendiniz gönderin.
entry-refused-status = Form kabul etmedi ({ $status }). Formu açıp kendiniz gönderin.
entry-refused-words = Form kabul etmedi: “{ $words }”. Formu açıp kendiniz gönderin.
entry-manual = Göndermek için formu açtınız: { $moment }. Ulaşıp ulaşmadığını formdan kontrol edin.
not-delivered = Zamanında iletilemedi. Formu açıp kendiniz gönderin.
delivered = { $count } gönderi alındı
progress = { $done }/{ $all } tamamlandı
retry = Şimdi dene
copy-link = Bağlantıyı kopyala
remove-link = Kaldır
link-removed = Kaldırıldı.
export = CSV olarak kaydet
column-link = Bağlantı
column-posted = Paylaşım zamanı
column-submitted = Gönderim zamanı
column-status = Durum
column-since = Durum zamanı
column-answer = Formun yanıtı
column-key = Anahtar
column-in-zone = { $name } ({ $zone })
state-queued = Sırada
state-sending = Gönderiliyor
state-waiting = Tekrar denenecek
state-delivered = Alındı
state-unconfirmed = Onaylanmadı
state-refused = Kabul edilmedi
state-manual = Elle gönderildi

## Sayfayı hazırlayanlar için: sorunun ne olduğu

not-closed = Öğe, sayfanın başka bölümlerini de içeriyor; bunlar görünmeye devam eder. Öğeyi </campaign-widget> ile kapatın: HTML, <campaign-widget … /> içindeki / işaretini yok sayar.
trouble-no-source = Kampanya dosyası yok: <campaign-widget> öğesine src özniteliğini ekleyin veya içine bir <script type="application/json"> koyun.
trouble-unreachable = Kampanya dosyası { $src } alınamadı. Adresi, internet bağlantısını, CORS ayarını ve sayfanın CSP'sini (connect-src) kontrol edin.
trouble-status = Kampanya dosyası { $src } alınamadı: sunucu { $code } yanıtını verdi. Adresi kontrol edin.
trouble-undecodable = Kampanya dosyası { $src } UTF-8 değil. UTF-8 olarak yeniden kaydedin.
trouble-not-a-moment = { $attribute } özniteliği 2025-07-09T23:59:00+08:00 gibi bir tarih ve saat olmalı.
trouble-not-json = Kampanya dosyası geçerli bir JSON değil: { $words }
trouble-invalid = Kampanya dosyasında { $count } hata var:
# flaw-* cümleleri alan adından sonra gelir.
flaw-missing = eksik.
flaw-wrong-kind = { $expected } olmalı, { $found } değil.
flaw-unknown = bilinen bir alan değil.
flaw-unknown-nearest = bilinen bir alan değil; şunu mu demek istediniz: { $nearest }?
between-choices = {" veya "}
flaw-not-one-of = { $allowed } olmalı.
flaw-not-one-of-nearest = { $allowed } olmalı; şunu mu demek istediniz: { $nearest }?
flaw-empty = boş olamaz.
flaw-not-a-count = 1 veya daha büyük bir tam sayı olmalı.
flaw-not-an-address = https:// ile başlayan tam bir adres olmalı (http:// yalnızca localhost için kullanılabilir).
flaw-moment-shape = 2025-07-09T24:00:00+08:00 gibi bir tarih ve saat olmalı.
flaw-moment-no-offset = saat dilimi içermiyor; sonuna ekleyin, örneğin +08:00.
flaw-moment-no-such-time = gerçek bir tarih veya saat değil.
flaw-ends-before-it-starts = başlangıçtan sonra olmalı.
flaw-until-before-end = kampanyanın bitişinden önce olamaz.
flaw-not-an-id = yalnızca harf, rakam, “.”, “_” ve “-” içerebilir (en fazla 64 karakter).
flaw-not-a-tag = #bir veya #iki kelime# gibi, içinde # olmayan bir hashtag olmalı.
flaw-not-a-language = zh-CN veya en gibi bir dil kodu olmalı.
flaw-not-a-placeholder = { $name } gönderilebilecek bir değer değil; { $allowed } kullanın.
flaw-no-post = ne bağlantıyı ne de gönderi numarasını gönderiyor; { $link } ekleyin.
flaw-no-key = sunucunun tekrarı tanıması için { $key } veya { $post } gerekli.
flaw-not-a-header = bir sayfanın ayarlayabileceği bir başlık değil ya da değeri ASCII değil.
flaw-not-a-status = 200 ile 599 arasında bir HTTP durumu olmalı.
flaw-repeated = iki kez geçiyor; birini bırakın.
flaw-garbled = yanlış kodlama yüzünden bozulmuş (�); UTF-8 olarak yeniden girin.
kind-null = null
kind-bool = true veya false
kind-number = sayı
kind-text = tırnak içinde metin
kind-list = liste […]
kind-object = nesne
contrast-heading = Zor okunuyor. Her satırdaki renklerden birini veya ikisini değiştirin:
contrast-light = açık
contrast-dark = koyu
contrast-pair = { $scheme }: { $back } ({ $backValue }) üzerinde { $front } ({ $frontValue }), kontrast { $ratio }:1; { $needed }:1 olmalı.
contrast-noColour = { $name } bir renk değil: { $value }

## Kartı çerçevede gösteren sayfa

frame-title = Kampanya
frame-fallback = Kampanya kartı burada görünür. Görünmüyorsa kurallar, tarihler ve bağlantılar için duyuruya bakın.
frame-needsScript = Kart için JavaScript gerekir.
frame-noSource = Kampanya dosyasını belirtin: frame.html?src=/campaigns/….json
frame-otherOrigin = Kampanya dosyası bu çerçeve gibi { $here } üzerinde olmalı, şurada değil: { $src }
frame-notLoaded = Kart yüklenemedi: { $why }
frame-unknownParameter = Bilinmeyen parametre “{ $name }”; şunları kullanın: { $known }
frame-emptyParameter = “{ $name }” parametresi boş
