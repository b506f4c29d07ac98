### Every sentence that a person reads, in English: the reference for all languages.
###
### The comment of a sentence tells where it stands, and names its values. A value is a
### text, or a number that plural forms can be chosen by. A button's comment says so: its
### text has to fit beside others on a narrow phone.

## The countdown and the frame of the card

# Below the digits of the countdown. Number of days.
unit-days = days
unit-hours = hours
unit-minutes = min
unit-seconds = sec
# Heading of the countdown. Followed by the digits.
phase-before = Starts in
phase-open = Ends in
phase-closed = Campaign ended
# Shown and read out at a milestone of the countdown.
milestone-before = The campaign hasn't started
milestone-open = The campaign is open
milestone-day = Less than a day left
milestone-hour = Less than an hour left
milestone-ten-minutes = Less than ten minutes left
milestone-minute = Less than a minute left
milestone-closed = The campaign has ended
# Label of the start and end of the campaign, in the campaign's time zone.
window = Campaign
# Label of the same in the reader's time zone.
your-time = Your time
# After the campaign's time zone, where it is also the reader's.
also-your-time = , also your time
# Where a date is written, January is month 1.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# A date of this year, as the language usually writes it.
#   $month (text): the month, as above
#   $day (text): the day of the month
date = { $month } { $day }
# A date of another year.
#   $year (text): the year
#   $month (text): the month, as above
#   $day (text): the day of the month
date-with-year = { $month } { $day }, { $year }
# A date and a time of day.
#   $date (text): the date
#   $clock (text): the time, such as 24:00
moment = { $date }, { $clock }
# A time with its zone.
#   $moment (text): a date and a time
#   $zone (text): the zone, such as UTC+8
moment-in-zone = { $moment } ({ $zone })
# One instant in two zones.
#   $campaign (text): the instant in the campaign's time zone
#   $yours (text): the same in the reader's
both-times = { $campaign }; your time { $yours }
# The end of the campaign, where it is near, in the reader's time zone.
#   $clock (text): the time, such as 24:00
#   $zone (text): the zone, such as UTC+8
ends-today = Ends today at { $clock } ({ $zone })
#   $clock (text): the time, such as 24:00
#   $zone (text): the zone, such as UTC+8
ends-tomorrow = Ends tomorrow at { $clock } ({ $zone })
# After one of the two above: how long that is from now.
#   $end (text): one of the two above
#   $hours (number): whole hours, 1 or more
ends-in-hours = { $end }, in { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
#   $end (text): when it ends, as above
#   $minutes (number): whole minutes, 1 or more
ends-in-minutes = { $end }, in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
# Notice at the top of a preview, which the page's author sees.
preview = Preview. The clock is set by the page; nothing is submitted.
# Label of the buttons that change the language of the campaign.
languages = Campaign language
# Button that undoes a press. (button)
undo = Undo
# Link to the questionnaire where links are handed in. (button)
open-questionnaire = Open the form
# Button of a card that shows the countdown alone: it shows the rest. (button)
take-part = Take part
# The same after the end. (button)
my-posts = View my entries
# Where a part of the card could not be loaded.
not-loaded = Part of this card did not load. Your draft and your links are kept. Check your connection, then try again.
# Button that loads it again. (button)
load-again = Try again
# Link to the announcement.
details = Read the announcement

## Adding the deadline to a calendar

# Button. (button)
add-to-calendar = Add to calendar
# Title of the entry in the calendar.
#   $title (text): the title of the campaign
calendar-summary = Deadline: { $title }
# Text of the entry in the calendar.
#   $tag (text): the campaign hashtag
#   $moment (text): the end of the campaign, with its time zone
calendar-description = Post with { $tag } and submit the link by { $moment }.
# Reminders of the calendar.
#   $title (text): the title of the campaign
calendar-day-left = One day left: { $title }
#   $title (text): the title of the campaign
calendar-hour-left = One hour left: { $title }

## Writing a post

# Where the browser cannot save anything.
not-lasting = This browser isn't saving data here. Drafts and unsent links will be lost when you close the page.
#   $account (text): an account on X, such as @Gate
follow = Follow { $account } first.
# After the heading of a step, for those who listen.
done = Done
# Heading.
write = Write your post
# In the empty field.
placeholder = Your own experience, in your own words…
# What the length counts.
counts-characters = Hashtags, @mentions, links and spaces don't count.
counts-words = Hashtags, @mentions and links don't count.
# Read out with the field, before what the length counts.
#   $minimum (text): the minimum, such as "20 characters"
at-least = At least { $minimum }.
# How much of the draft counts.
#   $count (number): characters
characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
#   $count (number): words
words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
# Where nothing is missing.
#   $counted (text): how much counts, as above
counted = { $counted }
# Where some are missing.
#   $counted (text): how much counts, as above
#   $missing (number, optional): how many are missing
#   $amount (text, optional): the same with its unit, such as "7 characters"
counted-missing = { $counted }, { $missing } to go
# The length of the draft by the rules of X.
#   $weight (number): the length
x-count = X { $weight }/280
# Heading of a preview of the post.
x-preview = How it looks on X
# The same, with the hashtags that become links.
#   $tag (text): the hashtag, without its sign
x-links-one = How it looks on X: #{ $tag } becomes a link
#   $tag (text): the first hashtag, without its sign
#   $more (number): how many more
x-links-more = How it looks on X: #{ $tag } and { $more } more become links
x-links-hint = On X a hashtag ends at the first space. The campaign still counts it.
# A rule that the draft keeps.
#   $tag (text): the campaign hashtag
rule-tag-present = Includes { $tag }
# A rule that it does not keep.
#   $tag (text): the campaign hashtag
rule-tag-missing = Include { $tag }
#   $tag (text): the campaign hashtag
#   $slips (text): what is wrong with it, as below, one or more
rule-tag-wrong = Not quite { $tag }: { $slips }
slip-sign = the # is not the standard one
slip-white-space = the spaces differ
slip-letter-case = upper and lower case differ
slip-width = some characters have another width or style
slip-punctuation = the punctuation differs
slip-closing-sign = the closing # is missing
slip-zero-width = invisible characters differ
slip-foreign-text = there is other text inside
# Between two of those.
between-slips = {", "}
#   $minimum (text): the minimum, such as "20 characters"
rule-length-kept = At least { $minimum }
#   $minimum (text): the minimum, such as "20 characters"
#   $missing (number, optional): how many are missing
#   $amount (text, optional): the same with its unit, such as "7 characters"
rule-length-missing = At least { $minimum }: { $missing } to go
rule-other-tags-none = No other hashtags
# Before the hashtags, which are listed.
rule-other-tags-close = Close to the campaign hashtag: check the spelling
rule-other-tags-maybe = May be taken for another hashtag:
rule-other-tags = No other hashtags: remove
rule-x-length-kept = Fits on X
#   $over (number): by how much it is too long
#   $limit (number): the limit
rule-x-length-over = { $over } over X's limit of { $limit } (a Chinese character counts as 2)
# Advice.
doubt-filler = Repeated text may not count as original
doubt-hardly-text = Mostly punctuation and emoji, which may not count
doubt-announcement = Mostly the announcement's words; use your own
doubt-earlier-post = Much like an earlier post of yours; the two may count as one
# Button that corrects what breaks a rule. (button)
fix = Fix
# Of a button whose text is what breaks a rule: it selects that in the text.
locate = Select in the text
# After a list that is cut short.
#   $count (number): how many more there are
and-more = and { $count } more
# Of a button with a cross beside a hashtag.
#   $tag (text): a hashtag
remove-tag = Remove { $tag }
# Of a button whose text is a similar hashtag: it replaces that.
replace-tag = Use the campaign hashtag
# Heading of questions to start from.
prompts = Not sure what to write? Pick a question
# Of the button below: what it does.
#   $tag (text): the campaign hashtag
insert-tag = Insert { $tag }
# Button beside the rule that the draft lacks the campaign hashtag. (button)
insert = Insert
# Heading of the buttons below.
share-heading = Post it
# Button that copies the post. (button)
copy = Copy text
# Button. Gate Square is a place to post, of Gate. (button)
open-compose = Copy and open Gate Square
# Button. (button)
share-x = Share to X
# Button that opens what the phone has for sharing. (button)
share = Share…
# After one of these buttons.
shared-copy = Copied. Now post it.
shared-compose = Copied. Paste it on the page that opened.
shared-x = Post it on X, then come back and submit the link. X didn't open? Press again.
shared-sheet = Shared. Once it's posted, come back and submit the link.
# Between two sentences.
between-sentences = {" "}
also-copied = The text is also copied: paste it if the post on X is empty.
too-long-for-x = The text is too long to pass to X. It is copied: paste it into your post.
# Between two rules that the draft breaks.
between-failures = {"; "}
#   $failures (text): the rules that it breaks
shared-failing = Done, but as it is, the post won't count. { $failures }.
#   $failures (text): the rules that it breaks
fails-before-sharing = As it is, the post won't count. { $failures }. Press again to continue anyway.
not-copied = The browser blocked copying. The text is selected: copy it yourself.
# Button that leads to the field for the link. (button)
next-step = Posted it? Submit the link
# Button. (button)
new-draft = Write another
# Button that empties the field. (button)
clear = Clear
# After a draft was cleared or deleted.
deleted = Deleted.
conflict = Another page also changed this draft; both are kept.
# Heading.
#   $count (number): how many there are
drafts = Other drafts and posts ({ $count })
# What became of a draft.
draft-only = Draft
draft-copied = Copied
draft-composed = Shared to Gate Square
draft-on-x = Shared to X
draft-shared = Shared
# Beside a draft. (button)
open-draft = Open
# (button)
delete-draft = Delete

## Handing in the link

# Heading.
link-heading = Submit your link
# In the place of the list of links, after the end of the campaign.
nothing-submitted = No link was submitted from this browser.
link-hint = Posted it on X? Paste the link to your post, or several at once.
# What a pasted link is.
link-ready = Ready to submit
#   $moment (text): when the post was made
link-ready-posted = Ready to submit. Posted { $moment }
refusal-not-a-link = No link found. On X, press Share on your post, then Copy link.
refusal-other-site = This is not a link to X. Paste the link to your post on x.com.
refusal-look-alike = This address only looks like X. Copy the link again on X.
refusal-profile = This is a profile, not a post. Open the post and copy its link.
refusal-list = This is a list, not a post. Open the post and copy its link.
refusal-space = This is a Space, not a post. Open the post and copy its link.
refusal-community = This is a community, not a post. Open the post and copy its link.
refusal-short-link = A t.co link doesn't show which post it is. Open it and copy the link of the post.
refusal-picture = This is a picture or a video. Copy the link of the post itself.
refusal-intent = This opens the composer. Post first, then copy the link of the post.
refusal-search = This is a search, not a post. Open the post and copy its link.
refusal-other-page = This page is not a post. Open the post and copy its link.
refusal-bad-id = The post number is incomplete or wrong. Copy the link again.
refusal-bad-handle = The username in the link is wrong. Copy the link again.
refusal-not-accepted = This campaign doesn't accept posts from there. Paste the link to your post on X.
refusal-too-old = This post is far older than the campaign.
#   $moment (text): when the post was made
refusal-too-early = Posted before the campaign started: { $moment }. Make a new post.
#   $moment (text): when the post was made
refusal-too-late = Posted after the campaign ended: { $moment }.
# Asked where the number in the link may have been rounded.
doubtful = Is this your post? A spreadsheet may have rounded its number, so the link may lead elsewhere. Open it to check.
# Link to that post. (button)
open-post = Open the post
# Button that answers yes. (button)
confirm = Yes, it's mine
# Button. (button)
submit = Submit
# Button, where the card itself cannot submit. (button)
copy-and-open = Copy link and open form
# After a press.
nothing-there = Paste the link to your post first.
none-accepted = Nothing here can be submitted; see why above.
too-soon = The campaign hasn't started. Submit your link once it has.
too-late = Submissions are closed.
preview-submits-nothing = This is a preview: nothing is submitted.
# The same, once the page has asked the form's server.
#   $found (text): whether that can be reached: the next sentence, or the reason why not
preview-checked = This is a preview: nothing is submitted. { $found }.
preview-reachable = The form's server can be reached from this page
#   $count (number): links that are on their way
submitting = { $count ->
    [one] Submitting. See its status below.
   *[other] Submitting { $count } links. See their status below.
}
already-there = Already submitted; see below.
link-copied-for-form = Link copied. Paste it into the form. If it didn't open, press “Open the form”.
link-copied = Link copied.
link-not-copied = The browser blocked copying. Copy the link yourself.
# What became of a link that was handed in.
entry-queued = Queued
entry-sending = Submitting…
#   $moment (text): when the form received it
entry-delivered = Received { $moment }
# Why it is not there yet.
waiting-offline = The form can't be reached
waiting-timeout = The form isn't responding
waiting-interrupted = No answer was received
waiting-worker = This site's service worker answered instead of the form
waiting-blocked = The form's server doesn't accept links from this page; open the form and submit it yourself
waiting-conflict = The form is still processing an earlier attempt
waiting-unavailable = The form is unavailable
# After one of those reasons.
#   $why (text): the reason
retrying = { $why }. Retrying…
#   $why (text): the reason
#   $seconds (number): until the next attempt
retrying-in-seconds = { $why }. Retrying in { $seconds } s.
#   $why (text): the reason
#   $minutes (number): until the next attempt
retrying-in-minutes = { $why }. Retrying in { $minutes } min.
entry-unconfirmed = Sent, but not confirmed. Open the form and check, or submit it yourself.
# What the form says is in another language, perhaps.
#   $words (text): what the form says
entry-unconfirmed-words = Sent, but not confirmed: “{ $words }”. Open the form and check, or submit it yourself.
entry-refused = The form refused it. Open the form and submit it yourself.
#   $status (text): the number of the error, such as 422
entry-refused-status = The form refused it ({ $status }). Open the form and submit it yourself.
#   $words (text): what the form says
entry-refused-words = The form refused it: “{ $words }”. Open the form and submit it yourself.
#   $moment (text): when the form was opened
entry-manual = You opened the form to submit it: { $moment }. Check there that it arrived.
not-delivered = Could not be delivered in time. Open the form and submit it yourself.
#   $count (number): posts that the form received
delivered = { $count ->
    [one] { $count } post received
   *[other] { $count } posts received
}
#   $done (number): how many are settled
#   $all (number): how many there are
progress = { $done } of { $all } done
# Beside a link that was handed in. (button)
retry = Retry now
# (button)
copy-link = Copy link
# (button)
remove-link = Remove
# In the place of one that was removed.
link-removed = Removed.
# Button that saves the list as a file for spreadsheets. (button)
export = Save as CSV
# Columns of that file.
column-link = Link
column-posted = Posted
column-submitted = Submitted
column-status = Status
column-since = Since
column-answer = Form's answer
column-key = Key
# A column of times.
#   $name (text): its name
#   $zone (text): the zone of its times, such as UTC+8
column-in-zone = { $name } ({ $zone })
# What stands in the column of the status.
state-queued = Queued
state-sending = Submitting
state-waiting = Waiting to retry
state-delivered = Received
state-unconfirmed = Not confirmed
state-refused = Refused
state-manual = Submitted by hand

## For the author of the page: what is wrong with it

not-closed = The element contains other parts of the page; they stay visible. Close it with </campaign-widget>: HTML ignores the / in <campaign-widget … />.
trouble-no-source = No campaign file: add the attribute src to <campaign-widget>, or a <script type="application/json"> inside it.
#   $src (text): the address of the file
trouble-unreachable = Could not fetch the campaign file { $src }. Check the address, the connection, CORS and the page's CSP (connect-src).
#   $src (text): the address of the file
#   $code (text): the number of the error, such as 404
trouble-status = Could not fetch the campaign file { $src }: the server answered { $code }. Check the address.
#   $src (text): the address of the file
trouble-undecodable = The campaign file { $src } is not UTF-8. Save it again as UTF-8.
#   $attribute (text): the name of the attribute
trouble-not-a-moment = The attribute { $attribute } must be a time such as 2025-07-09T23:59:00+08:00.
#   $words (text): what the browser says, in English
trouble-not-json = The campaign file is not valid JSON: { $words }
# Before a list of errors.
#   $count (number): how many there are
trouble-invalid = { $count ->
    [one] The campaign file has { $count } error:
   *[other] The campaign file has { $count } errors:
}
# What is wrong with a field of the file. Each comes after the field's name.
flaw-missing = is missing.
#   $expected (text): a kind of value, as below
#   $found (text): another
flaw-wrong-kind = must be { $expected }, not { $found }.
flaw-unknown = is not a known field.
#   $nearest (text): a field that there is
flaw-unknown-nearest = is not a known field; did you mean { $nearest }?
# Between values of which there can be one.
between-choices = {" or "}
#   $allowed (text): what it can be
flaw-not-one-of = must be { $allowed }.
#   $allowed (text): what it can be
#   $nearest (text): one of these
flaw-not-one-of-nearest = must be { $allowed }; did you mean { $nearest }?
flaw-empty = must not be empty.
flaw-not-a-count = must be a whole number, 1 or more.
flaw-not-an-address = must be a full address starting with https:// (http:// is allowed for localhost only).
flaw-moment-shape = must be a time such as 2025-07-09T24:00:00+08:00.
flaw-moment-no-offset = has no time zone; add one at the end, such as +08:00.
flaw-moment-no-such-time = is not a real date or time.
flaw-ends-before-it-starts = must be later than the start.
flaw-until-before-end = must not be earlier than the end of the campaign.
flaw-not-an-id = may contain only letters, digits, “.”, “_” and “-” (64 at most).
flaw-not-a-tag = must be a hashtag such as #one or #two words#, with no # inside.
flaw-not-a-language = must be a language tag such as zh-CN or en.
#   $name (text): a name in braces
#   $allowed (text): the names in braces that there are
flaw-not-a-placeholder = { $name } is not a value that can be sent; use { $allowed }.
#   $link (text): {link}, in braces
flaw-no-post = sends neither the link nor the post's number; put { $link } in it.
#   $key (text): {key}, in braces
#   $post (text): {postId}, in braces
flaw-no-key = needs { $key } or { $post }, so that the server can recognise a repetition.
flaw-not-a-header = is not a header that a page may set, or has a value that is not plain ASCII.
flaw-not-a-status = must be an HTTP status from 200 to 599.
flaw-repeated = appears twice; keep one.
flaw-garbled = is damaged by a wrong encoding (�); enter it again in UTF-8.
# Kinds of values in JSON.
kind-null = null
kind-bool = true or false
kind-number = a number
kind-text = text in quotes
kind-list = a list […]
kind-object = an object
# Of the check of colours in a preview. Heading of the list of what is hard to read.
contrast-heading = Hard to read. Change one or both colours in each line:
contrast-light = light
contrast-dark = dark
#   $scheme (text): one of the two above
#   $front (text): the name of the colour in front
#   $frontValue (text): that colour
#   $back (text): the name of the colour behind
#   $backValue (text): that colour
#   $ratio (text): their contrast
#   $needed (text): what it has to be
contrast-pair = { $scheme }: { $front } ({ $frontValue }) on { $back } ({ $backValue }) has a contrast of { $ratio }:1; it needs { $needed }:1.
#   $name (text): the name of a colour
#   $value (text): what it is
contrast-noColour = { $name } is not a colour: { $value }

## The page that shows a card in a frame

# Title of the page.
frame-title = Campaign
frame-fallback = The campaign card appears here. If it doesn't, see the announcement for rules, dates and links.
frame-needsScript = The card needs JavaScript.
frame-noSource = Specify the campaign file: frame.html?src=/campaigns/….json
#   $here (text): the address of the frame's site
#   $src (text): the address of the file
frame-otherOrigin = The campaign file must be on { $here }, like this frame, not at { $src }
#   $why (text): why, in English
frame-notLoaded = Could not load the card: { $why }
#   $name (text): the parameter
#   $known (text): those that there are
frame-unknownParameter = Unknown parameter "{ $name }"; use { $known }
#   $name (text): the parameter
frame-emptyParameter = The parameter "{ $name }" is empty
