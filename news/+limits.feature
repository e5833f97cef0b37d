No request asks for more than the hub can answer: depth, lists, wildcards and batches have limits (400 with the name), and a process that nevertheless gets stuck begins anew by itself.
