// Leads on to the form by itself; without scripts one presses the button.
'use strict';
document.getElementById('typed').requestSubmit();
