/** What is said of settings that cannot be had, from the API's stable codes. */

/** @type {Record<string, string>} */
const SENTENCES = {
  unsupported_negative_prompt: "This model does not heed what is not wanted.",
  invalid_negative_prompt: "These words cannot be used as they are. Shorten or change them.",
  unsupported_seed: "This model takes no seed.",
  invalid_seed: "A seed is a whole number from 0 to 2,147,483,647.",
  unsupported_references: "This model takes no pictures.",
  too_many_references: "These are more pictures than this model takes.",
  unsupported_reference_role: "This model does not take a picture for that.",
  pictures_too_large: "Together the pictures may have 7 MB. Take one out, or make it smaller.",
  unknown_asset: "This upload does not exist any more. Take it out, or add another.",
  asset_not_ready: "This is still being looked at. Try again in a moment.",
  wrong_asset_kind: "This is not the kind of file that is needed here.",
  unsupported_first_frame: "This model does not begin with a given picture.",
  first_frame_required: "Add a picture of who is to speak.",
  unsupported_film: "In this model nobody speaks in a given film.",
  film_required: "Add the film in which somebody is to speak.",
  film_too_long: "The film is longer than this model can work on.",
  film_too_small: "The film is too small, or too narrow, for this model.",
  film_too_large: "Together the film and its sound may have 10 MB. Make one of them smaller.",
  speech_outlasts_film: "The sound is longer than the film. Shorten it, or take a longer film.",
  unsupported_speech: "This model does not speak.",
  speech_required: "Add the sound that is to be spoken.",
  speech_too_long: "The sound is longer than this model can speak.",
  unsupported_audio: "This model makes no sound at this size.",
  unsupported_watermark: "Nobody can choose whether this model puts a mark in.",
  unsupported_direction: "This model takes no direction.",
  unknown_project: "This project is gone. Choose another, or none.",
  unknown_brief: "This character is gone. Choose another, or nobody.",
  invalid_attribute: "These words cannot be used as they are. Shorten or change them.",
  too_many_words: "This does not fit beside your words. Shorten them, or take something out.",
  invalid_direction: "This does not fit beside your words. Shorten one of them.",
};

/** @param {string} code */
export const settingSentence = (code) => SENTENCES[code] ?? "This cannot be had as it is. Change it.";
