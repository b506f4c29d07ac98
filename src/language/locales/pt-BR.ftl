## Contagem regressiva e moldura do widget

unit-days = dias
unit-hours = horas
unit-minutes = min
unit-seconds = seg
phase-before = Começa em
phase-open = Termina em
phase-closed = Campanha encerrada
milestone-before = A campanha ainda não começou
milestone-open = A campanha já começou
milestone-day = Falta menos de um dia
milestone-hour = Falta menos de uma hora
milestone-ten-minutes = Faltam menos de dez minutos
milestone-minute = Falta menos de um minuto
milestone-closed = Campanha encerrada
window = Período da campanha
your-time = No seu horário
also-your-time = , o seu fuso horário
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
date = { $day } de { $month }
date-with-year = { $day } de { $month } de { $year }
# Vírgula em vez de "às", para não errar o "à 01:00".
moment = { $date }, { $clock }
moment-in-zone = { $moment } ({ $zone })
both-times = { $campaign }; no seu horário, { $yours }
ends-today = Termina hoje às { $clock } ({ $zone })
ends-tomorrow = Termina amanhã às { $clock } ({ $zone })
ends-in-hours = { $end }, daqui a { $hours ->
    [one] { $hours } hora
    [many] { $hours } de horas
   *[other] { $hours } horas
}
ends-in-minutes = { $end }, daqui a { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
}
preview = Prévia. A página define a hora; nada é enviado.
languages = Idioma da campanha
undo = Desfazer
open-questionnaire = Abrir formulário
take-part = Participar
my-posts = Ver minhas publicações
# "Cartão" aqui pareceria cartão de crédito: por isso "conteúdo" e "campanha".
not-loaded = Parte do conteúdo não carregou. Seu rascunho e seus links estão salvos. Verifique a conexão e tente de novo.
load-again = Tentar de novo
details = Ler o comunicado

## Prazo na agenda

add-to-calendar = Adicionar à agenda
calendar-summary = Prazo: { $title }
calendar-description = Publique um post com { $tag } e envie o link até { $moment }.
calendar-day-left = Falta um dia: { $title }
calendar-hour-left = Falta uma hora: { $title }

## Escrever um post

not-lasting = Este navegador não está salvando dados aqui. Se você fechar a página, perderá os rascunhos e os links ainda não enviados.
follow = Primeiro, siga { $account }.
done = Concluído
write = Escreva seu post
placeholder = Sua experiência, com suas palavras…
counts-characters = Hashtags, @menções, links e espaços não contam.
counts-words = Hashtags, @menções e links não contam.
at-least = Mínimo de { $minimum }.
characters = { $count ->
    [one] { $count } caractere
    [many] { $count } de caracteres
   *[other] { $count } caracteres
}
words = { $count ->
    [one] { $count } palavra
    [many] { $count } de palavras
   *[other] { $count } palavras
}
counted = { $counted }
counted-missing = { $counted }, { $missing ->
    [one] falta { $missing }
    [many] faltam { $missing }
   *[other] faltam { $missing }
}
x-count = X { $weight }/280
x-preview = Como fica no X
x-links-one = Como fica no X: #{ $tag } vira link
x-links-more = Como fica no X: #{ $tag } e mais { $more } viram links
x-links-hint = No X, a hashtag termina no primeiro espaço. Para a campanha, ela vale mesmo assim.
rule-tag-present = Inclui { $tag }
rule-tag-missing = Inclua { $tag }
rule-tag-wrong = Não está igual a { $tag }: { $slips }
slip-sign = o # não é o comum
slip-white-space = espaços diferentes
slip-letter-case = maiúsculas e minúsculas diferentes
slip-width = caracteres com outra largura ou estilo
slip-punctuation = pontuação diferente
slip-closing-sign = falta o # no final
slip-zero-width = caracteres invisíveis diferentes
slip-foreign-text = há outro texto no meio
between-slips = {", "}
rule-length-kept = Mínimo de { $minimum }
rule-length-missing = Mínimo de { $minimum }: { $missing ->
    [one] falta { $missing }
    [many] faltam { $missing }
   *[other] faltam { $missing }
}
rule-other-tags-none = Sem outras hashtags
# Nas três seguintes, as hashtags vêm logo depois.
rule-other-tags-close = Parecida com a hashtag da campanha; confira:
rule-other-tags-maybe = Pode contar como outra hashtag:
rule-other-tags = Sem outras hashtags: remova
rule-x-length-kept = Cabe no X
rule-x-length-over = { $over } acima do limite de { $limit } do X (um ideograma chinês conta como 2)
doubt-filler = Texto repetido pode não contar como original
doubt-hardly-text = Quase só pontuação e emojis, que podem não contar
doubt-announcement = Quase tudo vem do comunicado; use suas palavras
doubt-earlier-post = Muito parecido com um post anterior seu; os dois podem contar como um só
fix = Corrigir
locate = Selecionar no texto
and-more = e mais { $count }
remove-tag = Remover { $tag }
replace-tag = Usar a da campanha
prompts = Não sabe o que escrever? Escolha uma pergunta
insert-tag = Inserir { $tag }
insert = Inserir
share-heading = Publique
copy = Copiar texto
open-compose = Copiar e abrir Gate Square
share-x = Compartilhar no X
share = Compartilhar…
shared-copy = Texto copiado. Agora é só postar.
shared-compose = Texto copiado. Cole na página que abriu.
shared-x = Poste no X e depois volte para enviar o link. O X não abriu? Toque de novo.
shared-sheet = Compartilhado. Depois de postar, volte para enviar o link.
between-sentences = {" "}
also-copied = O texto também foi copiado: se o post no X estiver vazio, é só colar.
too-long-for-x = O texto é longo demais para ir direto para o X. Ele foi copiado: cole no seu post.
# Ponto, porque cada regra começa com maiúscula.
between-failures = {". "}
shared-failing = Pronto, mas do jeito que está o post não vai contar. { $failures }.
fails-before-sharing = Do jeito que está, o post não vai contar. { $failures }. Toque de novo para continuar mesmo assim.
not-copied = O navegador bloqueou a cópia. O texto está selecionado: copie manualmente.
next-step = Já postou? Envie o link
new-draft = Escrever outro
clear = Limpar
deleted = Excluído.
conflict = Outra página também alterou este rascunho; as duas versões foram mantidas.
drafts = Outros rascunhos e posts ({ $count })
draft-only = Rascunho
draft-copied = Copiado
draft-composed = Compartilhado no Gate Square
draft-on-x = Compartilhado no X
draft-shared = Compartilhado
open-draft = Abrir
delete-draft = Excluir

## Enviar o link

link-heading = Envie seu link
nothing-submitted = Nenhum link foi enviado deste navegador.
link-hint = Já postou no X? Cole o link do seu post ou vários de uma vez.
link-ready = Pronto para enviar
link-ready-posted = Pronto para enviar. Publicado em { $moment }
refusal-not-a-link = Nenhum link encontrado. No X, toque em “Compartilhar post” e depois em “Copiar link”.
refusal-other-site = Este link não é do X. Cole o link do seu post em x.com.
refusal-look-alike = Este endereço só parece ser do X. Copie o link de novo no X.
refusal-profile = Este link é de um perfil, não de um post. Abra o post e copie o link dele.
refusal-list = Este link é de uma lista, não de um post. Abra o post e copie o link dele.
refusal-space = Este link é de um Espaço, não de um post. Abra o post e copie o link dele.
refusal-community = Este link é de uma comunidade, não de um post. Abra o post e copie o link dele.
refusal-short-link = Um link t.co não mostra qual é o post. Abra-o e copie o link do post.
refusal-picture = Este link é de uma imagem ou de um vídeo. Copie o link do próprio post.
refusal-intent = Este link abre a tela de criar post. Publique primeiro e depois copie o link do post.
refusal-search = Este link é de uma busca, não de um post. Abra o post e copie o link dele.
refusal-other-page = Esta página não é um post. Abra o post e copie o link dele.
refusal-bad-id = O número do post está incompleto ou errado. Copie o link de novo.
refusal-bad-handle = O nome de usuário no link está errado. Copie o link de novo.
refusal-not-accepted = Esta campanha não aceita posts desse site. Cole o link do seu post no X.
refusal-too-old = Este post é muito anterior à campanha.
refusal-too-early = Publicado antes do início da campanha: { $moment }. Faça um novo post.
refusal-too-late = Publicado depois do fim da campanha: { $moment }.
doubtful = Este post é seu? Uma planilha pode ter arredondado o número dele, e o link pode levar a outro lugar. Abra para conferir.
open-post = Abrir o post
confirm = Sim, é meu
submit = Enviar
copy-and-open = Copiar e abrir formulário
nothing-there = Primeiro, cole o link do seu post.
none-accepted = Nada aqui pode ser enviado; veja o motivo acima.
too-soon = A campanha ainda não começou. Envie seu link quando ela começar.
too-late = O prazo para enviar links terminou.
preview-submits-nothing = Esta é uma prévia: nada é enviado.
preview-checked = Esta é uma prévia: nada é enviado. { $found }.
preview-reachable = Esta página alcança o servidor do formulário
submitting = { $count ->
    [one] Enviando. Acompanhe o status abaixo.
    [many] Enviando { $count } de links. Acompanhe o status abaixo.
   *[other] Enviando { $count } links. Acompanhe o status abaixo.
}
already-there = Já enviado; veja abaixo.
link-copied-for-form = Link copiado. Cole no formulário. Se ele não abriu, toque em “Abrir formulário”.
link-copied = Link copiado.
link-not-copied = O navegador bloqueou a cópia. Copie o link manualmente.
entry-queued = Na fila
entry-sending = Enviando…
# Dois-pontos, porque o momento pode ser só uma hora.
entry-delivered = Recebido: { $moment }
waiting-offline = Sem conexão com o formulário
waiting-timeout = O formulário não responde
waiting-interrupted = Nenhuma resposta recebida
waiting-worker = O service worker deste site respondeu no lugar do formulário
waiting-blocked = O servidor do formulário não aceita links desta página; abra o formulário e envie você mesmo
waiting-conflict = O formulário ainda está processando uma tentativa anterior
waiting-unavailable = O formulário está indisponível
retrying = { $why }. Tentando de novo…
retrying-in-seconds = { $why }. Nova tentativa em { $seconds } s.
retrying-in-minutes = { $why }. Nova tentativa em { $minutes } min.
entry-unconfirmed = Enviado, mas sem confirmação. Abra o formulário e confira, ou envie por lá.
entry-unconfirmed-words = Enviado, mas sem confirmação: “{ $words }”. Abra o formulário e confira, ou envie por lá.
entry-refused = O formulário recusou o link. Abra o formulário e envie por lá.
entry-refused-status = O formulário recusou o link ({ $status }). Abra o formulário e envie por lá.
entry-refused-words = O formulário recusou o link: “{ $words }”. Abra o formulário e envie por lá.
entry-manual = Você abriu o formulário para enviar o link: { $moment }. Confira lá se chegou.
not-delivered = Não foi possível entregar o link a tempo. Abra o formulário e envie por lá.
delivered = { $count ->
    [one] { $count } post recebido
    [many] { $count } de posts recebidos
   *[other] { $count } posts recebidos
}
progress = Concluídos: { $done } de { $all }
retry = Tentar agora
copy-link = Copiar link
remove-link = Remover
link-removed = Removido.
export = Salvar em CSV
column-link = Link
column-posted = Publicação
column-submitted = Envio
column-status = Status
column-since = Status desde
column-answer = Resposta do formulário
column-key = Chave
column-in-zone = { $name } ({ $zone })
state-queued = Na fila
state-sending = Enviando
state-waiting = Aguardando nova tentativa
state-delivered = Recebido
state-unconfirmed = Não confirmado
state-refused = Recusado
state-manual = Enviado manualmente

## Para quem cria a página: o que está errado

not-closed = O elemento contém outras partes da página, que continuam visíveis. Feche-o com </campaign-widget>: o HTML ignora a / em <campaign-widget … />.
trouble-no-source = Falta o arquivo da campanha: adicione o atributo src a <campaign-widget> ou coloque um <script type="application/json"> dentro dele.
trouble-unreachable = Não foi possível obter o arquivo da campanha { $src }. Verifique o endereço, a conexão, o CORS e a CSP da página (connect-src).
trouble-status = Não foi possível obter o arquivo da campanha { $src }: o servidor respondeu { $code }. Verifique o endereço.
trouble-undecodable = O arquivo da campanha { $src } não está em UTF-8. Salve-o de novo em UTF-8.
trouble-not-a-moment = O atributo { $attribute } deve ser uma data com hora, como 2025-07-09T23:59:00+08:00.
trouble-not-json = O arquivo da campanha não é um JSON válido: { $words }
trouble-invalid = { $count ->
    [one] O arquivo da campanha tem { $count } erro:
    [many] O arquivo da campanha tem { $count } de erros:
   *[other] O arquivo da campanha tem { $count } erros:
}
flaw-missing = está faltando.
flaw-wrong-kind = deve ser { $expected }, não { $found }.
flaw-unknown = não é um campo conhecido.
flaw-unknown-nearest = não é um campo conhecido; você quis dizer { $nearest }?
between-choices = {" ou "}
flaw-not-one-of = deve ser { $allowed }.
flaw-not-one-of-nearest = deve ser { $allowed }; você quis dizer { $nearest }?
flaw-empty = não pode ficar vazio.
flaw-not-a-count = deve ser um número inteiro a partir de 1.
flaw-not-an-address = deve ser um endereço completo que comece com https:// (http:// só é permitido para localhost).
flaw-moment-shape = deve ser uma data com hora, como 2025-07-09T24:00:00+08:00.
flaw-moment-no-offset = está sem fuso horário; adicione um no final, como +08:00.
flaw-moment-no-such-time = tem uma data ou hora que não existe.
flaw-ends-before-it-starts = deve ser posterior ao início.
flaw-until-before-end = não pode ser anterior ao fim da campanha.
flaw-not-an-id = só pode conter letras, números, “.”, “_” e “-” (no máximo 64 caracteres).
flaw-not-a-tag = deve ser uma hashtag, como #uma ou #duas palavras#, sem # no meio.
flaw-not-a-language = deve ser um código de idioma, como zh-CN ou en.
flaw-not-a-placeholder = { $name } não é um valor que possa ser enviado; use { $allowed }.
flaw-no-post = não envia nem o link nem o número do post; inclua { $link }.
flaw-no-key = precisa de { $key } ou { $post } para que o servidor reconheça uma repetição.
flaw-not-a-header = não é um cabeçalho que uma página possa definir, ou o valor não é ASCII.
flaw-not-a-status = deve ser um status HTTP de 200 a 599.
flaw-repeated = aparece duas vezes; mantenha só uma.
flaw-garbled = foi corrompido por uma codificação errada (�); digite de novo em UTF-8.
kind-null = null
kind-bool = true ou false
kind-number = um número
kind-text = texto entre aspas
kind-list = uma lista […]
kind-object = um objeto
contrast-heading = Difícil de ler. Mude uma ou as duas cores de cada linha:
contrast-light = claro
contrast-dark = escuro
contrast-pair = { $scheme }: { $front } ({ $frontValue }) sobre { $back } ({ $backValue }) tem contraste de { $ratio }:1; precisa de { $needed }:1.
contrast-noColour = { $name } não é uma cor: { $value }

## A página que mostra o widget em um frame

frame-title = Campanha
frame-fallback = A campanha aparece aqui. Se não aparecer, veja as regras, as datas e os links no comunicado.
frame-needsScript = Para ver a campanha, ative o JavaScript.
frame-noSource = Indique o arquivo da campanha: frame.html?src=/campaigns/….json
frame-otherOrigin = O arquivo da campanha deve estar em { $here }, como este frame, e não em { $src }
frame-notLoaded = Não foi possível carregar a campanha: { $why }
frame-unknownParameter = Parâmetro desconhecido “{ $name }”; use { $known }
frame-emptyParameter = O parâmetro “{ $name }” está vazio
