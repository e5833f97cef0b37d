The demo has a showroom: two tours, a panorama, a 3D object, films with captions and a finished livestream, all drawn by scripts of the repository.
