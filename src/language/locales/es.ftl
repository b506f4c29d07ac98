## La cuenta atrás y el marco de la tarjeta

unit-days = días
unit-hours = horas
unit-minutes = min
unit-seconds = seg
phase-before = Empieza en
phase-open = Termina en
phase-closed = La campaña ha terminado
milestone-before = La campaña aún no ha empezado
milestone-open = La campaña ha empezado
milestone-day = Queda menos de un día
milestone-hour = Queda menos de una hora
milestone-ten-minutes = Quedan menos de diez minutos
milestone-minute = Queda menos de un minuto
milestone-closed = La campaña ha terminado
window = Campaña
your-time = Tu hora
also-your-time = , que también es tu hora
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $day } de { $month }
date-with-year = { $day } de { $month } de { $year }
moment = { $date }, { $clock }
moment-in-zone = { $moment } ({ $zone })
both-times = { $campaign }; tu hora: { $yours }
ends-today = Termina hoy a las { $clock } ({ $zone })
ends-tomorrow = Termina mañana a las { $clock } ({ $zone })
# La forma “many” es la de los millones: “1000000 de horas”.
ends-in-hours = { $end }, dentro de { $hours ->
    [one] { $hours } hora
    [many] { $hours } de horas
   *[other] { $hours } horas
}
ends-in-minutes = { $end }, dentro de { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
}
preview = Vista previa. La página fija la hora; no se envía nada.
languages = Idioma de la campaña
undo = Deshacer
open-questionnaire = Abrir el formulario
take-part = Participar
my-posts = Ver mis publicaciones
not-loaded = Una parte de esta tarjeta no se cargó. Tu borrador y tus enlaces siguen guardados. Revisa la conexión y vuelve a intentarlo.
load-again = Reintentar
details = Leer el anuncio

## Añadir la fecha límite al calendario

add-to-calendar = Añadir al calendario
calendar-summary = Fecha límite: { $title }
calendar-description = Publica con { $tag } y envía el enlace antes del { $moment }.
calendar-day-left = Queda un día: { $title }
calendar-hour-left = Queda una hora: { $title }

## Escribir una publicación

not-lasting = Este navegador no guarda datos aquí. Los borradores y los enlaces sin enviar se perderán cuando cierres la página.
follow = Primero, sigue a { $account }.
done = Listo
write = Escribe tu publicación
placeholder = Tu propia experiencia, con tus palabras…
counts-characters = No cuentan los hashtags, las @menciones, los enlaces ni los espacios.
counts-words = No cuentan los hashtags, las @menciones ni los enlaces.
at-least = Mínimo { $minimum }.
characters = { $count ->
    [one] { $count } carácter
    [many] { $count } de caracteres
   *[other] { $count } caracteres
}
words = { $count ->
    [one] { $count } palabra
    [many] { $count } de palabras
   *[other] { $count } palabras
}
counted = { $counted }
counted-missing = { $counted }, { $missing ->
    [one] falta { $missing }
    [many] faltan { $missing }
   *[other] faltan { $missing }
}
x-count = X { $weight }/280
x-preview = Así se verá en X
x-links-one = Así se verá en X: #{ $tag } será un enlace
x-links-more = Así se verá en X: #{ $tag } y { $more } más serán enlaces
x-links-hint = En X, un hashtag termina en el primer espacio. Para la campaña cuenta igual.
# “Incluye” serviría para las dos: por eso, “Contiene” cuando ya está.
rule-tag-present = Contiene { $tag }
rule-tag-missing = Incluye { $tag }
rule-tag-wrong = No es exactamente { $tag }: { $slips }
slip-sign = el signo # no es el estándar
slip-white-space = los espacios no coinciden
slip-letter-case = las mayúsculas y minúsculas no coinciden
slip-width = hay caracteres de otro ancho o estilo
slip-punctuation = la puntuación no coincide
slip-closing-sign = falta el # del final
slip-zero-width = los caracteres invisibles no coinciden
slip-foreign-text = hay otro texto en medio
between-slips = {", "}
rule-length-kept = Mínimo { $minimum }
rule-length-missing = Mínimo { $minimum }: { $missing ->
    [one] falta { $missing }
    [many] faltan { $missing }
   *[other] faltan { $missing }
}
rule-other-tags-none = Sin otros hashtags
rule-other-tags-close = Se parece al hashtag de la campaña; revisa cómo está escrito:
rule-other-tags-maybe = Podría tomarse por otro hashtag:
rule-other-tags = Sin otros hashtags; quita:
rule-x-length-kept = Cabe en X
rule-x-length-over = Supera en { $over } el límite de X, que es { $limit } (cada emoji cuenta como 2)
doubt-filler = El texto repetido puede no contar como original
doubt-hardly-text = Casi todo son signos y emojis, que pueden no contar
doubt-announcement = Casi todo es texto del anuncio; usa tus propias palabras
doubt-earlier-post = Se parece mucho a otra publicación tuya; las dos pueden contar como una sola
fix = Corregir
locate = Seleccionar en el texto
and-more = y { $count } más
remove-tag = Quitar { $tag }
replace-tag = Usar el de la campaña
prompts = ¿No sabes qué escribir? Elige una pregunta
insert-tag = Insertar { $tag }
insert = Insertar
share-heading = Publícalo
copy = Copiar texto
open-compose = Copiar y abrir Gate Square
share-x = Compartir en X
share = Compartir…
shared-copy = Copiado. Ahora publícalo.
shared-compose = Copiado. Pégalo en la página que se abrió.
shared-x = Publícalo en X; luego vuelve y envía el enlace. ¿No se abrió X? Toca otra vez.
shared-sheet = Compartido. Cuando esté publicado, vuelve y envía el enlace.
between-sentences = {" "}
also-copied = El texto también está copiado: pégalo si la publicación en X sale vacía.
too-long-for-x = El texto es demasiado largo para pasarlo a X. Está copiado: pégalo en tu publicación.
# Cada elemento empieza con mayúscula, como una frase: por eso los separa un punto.
between-failures = {". "}
shared-failing = Listo, pero así la publicación no contará. { $failures }.
fails-before-sharing = Así la publicación no contará. { $failures }. Toca otra vez si quieres continuar de todos modos.
not-copied = El navegador no permitió copiar. El texto está seleccionado: cópialo a mano.
next-step = ¿Publicado? Envía el enlace
new-draft = Escribir otra
clear = Vaciar
deleted = Borrado.
conflict = Este borrador también se cambió en otra página; se conservan los dos.
drafts = Otros borradores y publicaciones ({ $count })
draft-only = Borrador
draft-copied = Copiado
draft-composed = Compartido en Gate Square
draft-on-x = Compartido en X
draft-shared = Compartido
open-draft = Abrir
delete-draft = Borrar

## Enviar el enlace

link-heading = Envía tu enlace
nothing-submitted = No se envió ningún enlace desde este navegador.
link-hint = ¿Ya publicaste en X? Pega el enlace de tu publicación, o varios a la vez.
link-ready = Listo para enviar
link-ready-posted = Listo para enviar. Se publicó el { $moment }
refusal-not-a-link = No hay ningún enlace. En X, toca “Compartir post” en tu publicación y luego “Copiar enlace”.
refusal-other-site = Este enlace no es de X. Pega el enlace de tu publicación en x.com.
refusal-look-alike = Esta dirección solo se parece a X. Copia de nuevo el enlace en X.
refusal-profile = Esto es un perfil, no una publicación. Abre la publicación y copia su enlace.
refusal-list = Esto es una lista, no una publicación. Abre la publicación y copia su enlace.
refusal-space = Esto es un Espacio, no una publicación. Abre la publicación y copia su enlace.
refusal-community = Esto es una comunidad, no una publicación. Abre la publicación y copia su enlace.
refusal-short-link = Un enlace de t.co no muestra cuál es la publicación. Ábrelo y copia el enlace de la publicación.
refusal-picture = Esto es una imagen o un video. Copia el enlace de la publicación.
refusal-intent = Este enlace abre la ventana para escribir. Publica primero y luego copia el enlace de la publicación.
refusal-search = Esto es una búsqueda, no una publicación. Abre la publicación y copia su enlace.
refusal-other-page = Esta página no es una publicación. Abre la publicación y copia su enlace.
refusal-bad-id = El número de la publicación está incompleto o es incorrecto. Copia de nuevo el enlace.
refusal-bad-handle = El nombre de usuario del enlace es incorrecto. Copia de nuevo el enlace.
refusal-not-accepted = Esta campaña no acepta publicaciones de ese sitio. Pega el enlace de tu publicación en X.
refusal-too-old = Esta publicación es muy anterior a la campaña.
refusal-too-early = Se publicó antes de que empezara la campaña: { $moment }. Haz una publicación nueva.
refusal-too-late = Se publicó después de que terminara la campaña: { $moment }.
doubtful = ¿Esta publicación es tuya? Puede que una hoja de cálculo haya redondeado su número y el enlace lleve a otra parte. Ábrela para comprobarlo.
open-post = Abrir la publicación
confirm = Sí, es mía
submit = Enviar
copy-and-open = Copiar y abrir formulario
nothing-there = Primero, pega el enlace de tu publicación.
none-accepted = No hay nada que se pueda enviar; el motivo está arriba.
too-soon = La campaña aún no ha empezado. Envía tu enlace cuando empiece.
too-late = El plazo para enviar enlaces ha terminado.
preview-submits-nothing = Esto es una vista previa: no se envía nada.
preview-checked = Esto es una vista previa: no se envía nada. { $found }.
preview-reachable = Desde esta página se llega al servidor del formulario
submitting = { $count ->
    [one] Enviando. Mira su estado abajo.
    [many] Enviando { $count } de enlaces. Mira su estado abajo.
   *[other] Enviando { $count } enlaces. Mira su estado abajo.
}
already-there = Ya se había enviado; mira abajo.
link-copied-for-form = Enlace copiado. Pégalo en el formulario. Si no se abrió, toca “Abrir el formulario”.
link-copied = Enlace copiado.
link-not-copied = El navegador no permitió copiar. Copia el enlace a mano.
# Los estados concuerdan con “el enlace”.
entry-queued = En cola
entry-sending = Enviando…
# El valor puede ser solo una hora: “Recibido: 15:53”.
entry-delivered = Recibido: { $moment }
waiting-offline = No se puede conectar con el formulario
waiting-timeout = El formulario no responde
waiting-interrupted = No llegó ninguna respuesta
waiting-worker = El service worker de este sitio respondió en lugar del formulario
waiting-blocked = El servidor del formulario no acepta enlaces de esta página; abre el formulario y envíalo tú
waiting-conflict = El formulario sigue procesando un intento anterior
waiting-unavailable = El formulario no está disponible
retrying = { $why }. Reintentando…
retrying-in-seconds = { $why }. Nuevo intento en { $seconds } s.
retrying-in-minutes = { $why }. Nuevo intento en { $minutes } min.
entry-unconfirmed = Enviado, pero sin confirmar. Abre el formulario y compruébalo, o envíalo a mano.
entry-unconfirmed-words = Enviado, pero sin confirmar: “{ $words }”. Abre el formulario y compruébalo, o envíalo a mano.
entry-refused = El formulario lo rechazó. Abre el formulario y envíalo a mano.
entry-refused-status = El formulario lo rechazó ({ $status }). Abre el formulario y envíalo a mano.
entry-refused-words = El formulario lo rechazó: “{ $words }”. Abre el formulario y envíalo a mano.
entry-manual = Abriste el formulario para enviarlo: { $moment }. Comprueba ahí que haya llegado.
not-delivered = No se pudo entregar a tiempo. Abre el formulario y envíalo a mano.
delivered = { $count ->
    [one] { $count } publicación recibida
    [many] { $count } de publicaciones recibidas
   *[other] { $count } publicaciones recibidas
}
progress = Completado: { $done } de { $all }
retry = Reintentar ahora
copy-link = Copiar enlace
remove-link = Quitar
link-removed = Quitado.
export = Guardar como CSV
column-link = Enlace
column-posted = Publicado
column-submitted = Enviado
column-status = Estado
column-since = Desde
column-answer = Respuesta del formulario
column-key = Clave
column-in-zone = { $name } ({ $zone })
state-queued = En cola
state-sending = Enviando
state-waiting = Pendiente de reintento
state-delivered = Recibido
state-unconfirmed = Sin confirmar
state-refused = Rechazado
state-manual = Enviado a mano

## Para quien hace la página: qué está mal

not-closed = El elemento contiene otras partes de la página; siguen visibles. Ciérralo con </campaign-widget>: HTML ignora la / de <campaign-widget … />.
trouble-no-source = No hay archivo de campaña: añade el atributo src a <campaign-widget>, o un <script type="application/json"> dentro.
trouble-unreachable = No se pudo obtener el archivo de campaña { $src }. Revisa la dirección, la conexión, CORS y la CSP de la página (connect-src).
trouble-status = No se pudo obtener el archivo de campaña { $src }: el servidor respondió { $code }. Revisa la dirección.
trouble-undecodable = El archivo de campaña { $src } no está en UTF-8. Guárdalo de nuevo en UTF-8.
trouble-not-a-moment = El atributo { $attribute } debe ser una fecha y hora como 2025-07-09T23:59:00+08:00.
trouble-not-json = El archivo de campaña no es JSON válido: { $words }
trouble-invalid = { $count ->
    [one] El archivo de campaña tiene { $count } error:
    [many] El archivo de campaña tiene { $count } de errores:
   *[other] El archivo de campaña tiene { $count } errores:
}
# Las frases flaw-* van después del nombre de un campo.
flaw-missing = falta.
flaw-wrong-kind = debe ser { $expected }, no { $found }.
flaw-unknown = no es un campo conocido.
flaw-unknown-nearest = no es un campo conocido; ¿quisiste decir { $nearest }?
between-choices = {" o "}
flaw-not-one-of = debe ser { $allowed }.
flaw-not-one-of-nearest = debe ser { $allowed }; ¿quisiste decir { $nearest }?
flaw-empty = no debe estar vacío.
flaw-not-a-count = debe ser un número entero, 1 o más.
flaw-not-an-address = debe ser una dirección completa que empiece con https:// (http:// solo se admite para localhost).
flaw-moment-shape = debe ser una fecha y hora como 2025-07-09T24:00:00+08:00.
flaw-moment-no-offset = no tiene zona horaria; añádela al final, como +08:00.
flaw-moment-no-such-time = no es una fecha u hora real.
flaw-ends-before-it-starts = debe ser posterior al inicio.
flaw-until-before-end = no debe ser anterior al fin de la campaña.
flaw-not-an-id = solo puede contener letras, dígitos, “.”, “_” y “-” (64 como máximo).
flaw-not-a-tag = debe ser un hashtag como #uno o #dos palabras#, sin ningún # dentro.
flaw-not-a-language = debe ser un código de idioma como zh-CN o en.
flaw-not-a-placeholder = { $name } no es un valor que se pueda enviar; usa { $allowed }.
flaw-no-post = no envía ni el enlace ni el número de la publicación; pon { $link }.
flaw-no-key = necesita { $key } o { $post } para que el servidor reconozca una repetición.
flaw-not-a-header = no es una cabecera que una página pueda fijar, o su valor no es ASCII.
flaw-not-a-status = debe ser un estado HTTP de 200 a 599.
flaw-repeated = aparece dos veces; deja solo uno.
flaw-garbled = está dañado por una codificación incorrecta (�); escríbelo de nuevo en UTF-8.
kind-null = null
kind-bool = true o false
kind-number = un número
kind-text = texto entre comillas
kind-list = una lista […]
kind-object = un objeto
contrast-heading = Difícil de leer. Cambia uno o los dos colores de cada línea:
contrast-light = claro
contrast-dark = oscuro
contrast-pair = { $scheme }: { $front } ({ $frontValue }) sobre { $back } ({ $backValue }) tiene un contraste de { $ratio }:1; necesita { $needed }:1.
contrast-noColour = { $name } no es un color: { $value }

## La página que muestra una tarjeta en un marco

frame-title = Campaña
frame-fallback = La tarjeta de la campaña aparece aquí. Si no aparece, consulta las reglas, las fechas y los enlaces en el anuncio.
frame-needsScript = La tarjeta necesita JavaScript.
frame-noSource = Indica el archivo de campaña: frame.html?src=/campaigns/….json
frame-otherOrigin = El archivo de campaña debe estar en { $here }, como este marco, no en { $src }
frame-notLoaded = No se pudo cargar la tarjeta: { $why }
frame-unknownParameter = Parámetro desconocido “{ $name }”; usa { $known }
frame-emptyParameter = El parámetro “{ $name }” está vacío
