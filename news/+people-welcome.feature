After adding an administration the hub management invites its first people under “First steps”, and sees what is still missing until the administration can work.
