import "./elements/halftone-app.js";

import { startRouter } from "./router.js";
import { startSession } from "./session.js";

startRouter();
void startSession();
