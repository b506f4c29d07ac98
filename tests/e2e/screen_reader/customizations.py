"""Has Orca write into its log in which language it speaks: it finds that out, but chooses no
voice by it (43.1). What is spoken, and when, stays as it is."""

from orca import debug, liveregions, speech, speech_generator

# Else the last lines would stay with it.
debug.debugFile.reconfigure(line_buffering=True)


def joined(language, dialect):
    return "-".join(part for part in (language, dialect) if part)


request = speech_generator.SpeechGenerator.voice


def voice(self, key=None, **args):
    voices = request(self, key, **args)
    language = joined(args.get("language"), args.get("dialect"))
    if language:
        voices[0]["language"] = language
    return voices


speech_generator.SpeechGenerator.voice = voice


def say_all(utterances, _progress):
    # As Orca does without a speech server, which would take the time that speech takes.
    for context, voice in utterances:
        speech._speak(context.utterance, voice, False)


speech.sayAll = say_all

read_message = liveregions.LiveRegionManager._getMessage


def message(self, event):
    read = read_message(self, event)
    if read:
        utilities = self._script.utilities
        read["language"] = joined(*utilities.getLanguageAndDialectForSubstring(event.source, 0, 1))
    return read


liveregions.LiveRegionManager._getMessage = message

pump = liveregions.LiveRegionManager.pumpMessages


def pump_messages(self):
    for _, _, message, _ in self.msg_queue.queue[:1]:
        debug.println(debug.LEVEL_INFO, "ANNOUNCED IN: " + message["language"])
    return pump(self)


liveregions.LiveRegionManager.pumpMessages = pump_messages
