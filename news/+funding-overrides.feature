Orders that were too early and wait for a second person stand on „Mein Hub“, for those who keep the funding file and did not ask for it.
