import "./elements/halftone-app.js";

import { preferred, speak } from "./language.js";
import { startRouter } from "./router.js";
import { startSession } from "./session.js";

startRouter();
void speak(preferred()).then(startSession);
