#!/usr/bin/env bash
# When does an alarm of a calendar file ring that counts from the end of an entry,
# `TRIGGER;RELATED=END:-P1D` (RFC 5545 section 3.8.6.3)?
#
# Seen with: icalendar 7.3.2, ical 14.3.1 and ics 0.7.3 (PyPI), Python 3.11.
#
# icalendar has it right: a day before the end. The other two drop RELATED=END when
# they read, and write the file without it. Their alarm counts from the start: for an
# entry of an hour it rings an hour early, and so it does in whatever reads the file
# next. `ical` is the library of Home Assistant's calendars. Outlook counts every
# duration from the start, too, as Microsoft says in [MS-OXCICAL], "Component: VALARM".
# An alarm that counts from the start is the same for all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 ical==14.3.1 ics==0.7.3

cat >read.py <<'PY'
import warnings

import icalendar
import ics
from ical.calendar_stream import IcsCalendarStream

warnings.simplefilter("ignore")


def file(trigger):
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//findings//EN", "BEGIN:VEVENT",
        "UID:1", "DTSTAMP:20260301T000000Z",
        "DTSTART:20260307T150000Z", "DTEND:20260307T160000Z", "SUMMARY:The last hour",
        "BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER{trigger}", "DESCRIPTION:A day is left",
        "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
    ]
    return "\r\n".join(lines)


def written(text):
    return next(line for line in text.splitlines() if line.startswith("TRIGGER"))


for trigger in [";RELATED=END:-P1D", ":-PT23H"]:
    text = file(trigger)

    calendar = icalendar.Calendar.from_ical(text)
    [alarm] = icalendar.Alarms(calendar.walk("VEVENT")[0]).times
    print(f"icalendar: {alarm.trigger:%d %H:%M}, {written(calendar.to_ical().decode())}")

    calendar = IcsCalendarStream.calendar_from_ics(text)
    [event] = calendar.events
    at = event.start + event.alarm[0].trigger
    print(f"ical:      {at:%d %H:%M}, {written(IcsCalendarStream.calendar_to_ics(calendar))}")

    calendar = ics.Calendar(text)
    [event] = calendar.events
    at = event.begin + event.alarms[0].trigger
    print(f"ics:       {at.datetime:%d %H:%M}, {written(calendar.serialize())}")
PY

seen=$(venv/bin/python read.py)
expected='icalendar: 06 16:00, TRIGGER;RELATED=END:-P1D
ical:      06 15:00, TRIGGER:-P1D
ics:       06 15:00, TRIGGER:-P1D
icalendar: 06 16:00, TRIGGER:-PT23H
ical:      06 16:00, TRIGGER:-PT23H
ics:       06 16:00, TRIGGER:-PT23H'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
