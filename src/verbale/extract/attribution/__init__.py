"""The parts of attribution: quotation marks, cues, the grammar around a cue, and the rules that join them to drafts."""
