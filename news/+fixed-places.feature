An approved co-working application gives the right to book in its period; a fixed place is kept with the approval and freed at the end, and use begins and ends on its day by `kommunalhub tick`.
