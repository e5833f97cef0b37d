The introduction picture of an area, and pictures of spaces, exhibits, films and views of objects, can be cut and turned as lead pictures can.
