"""Landscapes of plain shapes for the areas of the demo; no photograph of others is needed."""

from io import BytesIO
from PIL import Image
from PIL import ImageDraw

import math


WIDTH, HEIGHT = 1280, 420
SKY, SUN = "#e3f0f1", "#f5c518"
FAR, NEAR, DARK, WHITE = "#5fb6c1", "#167383", "#07343d", "#ffffff"
RAPS, ROOF = "#f5c518", "#a3201d"


def landscape(name):
    """Return a drawing as the bytes of a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    draw = ImageDraw.Draw(image)
    draw.ellipse((1010, 50, 1110, 150), fill=SUN)
    SCENES[name](draw)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def _hills(draw, top, height, length, shift, colour):
    edge = [(x, top + height * math.sin((x + shift) / length)) for x in range(0, WIDTH + 20, 20)]
    draw.polygon([*edge, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def _boat(draw, x, y):
    draw.polygon([(x, y), (x + 120, y), (x + 100, y + 26), (x + 18, y + 26)], fill=DARK)
    draw.polygon([(x + 54, y - 10), (x + 54, y - 130), (x - 6, y - 10)], fill=WHITE)
    draw.polygon([(x + 64, y - 10), (x + 64, y - 116), (x + 112, y - 10)], fill=WHITE)


def _house(draw, x, y, width, height):
    draw.rectangle((x, y - height, x + width, y), fill=WHITE)
    top = y - height - width // 2
    draw.polygon([(x - 8, y - height), (x + width + 8, y - height), (x + width // 2, top)], ROOF)
    for column in (0.2, 0.6):
        left = x + int(width * column)
        draw.rectangle((left, y - height + 16, left + width // 5, y - height // 2), fill=NEAR)


def lake(draw):
    _hills(draw, 190, 34, 170, 0, FAR)
    _hills(draw, 235, 22, 230, 300, NEAR)
    draw.rectangle((0, 290, WIDTH, HEIGHT), fill=FAR)
    for x, y in ((60, 330), (420, 370), (980, 340)):
        draw.line((x, y, x + 190, y), fill=WHITE, width=4)
    _boat(draw, 800, 330)


def town(draw):
    _hills(draw, 250, 20, 260, 120, FAR)
    for x, width, height in ((120, 110, 90), (260, 90, 130), (370, 130, 80), (760, 120, 110)):
        _house(draw, x, 350, width, height)
    draw.rectangle((560, 120, 640, 350), fill=DARK)
    draw.polygon([(552, 120), (648, 120), (600, 30)], fill=ROOF)
    draw.rectangle((0, 350, WIDTH, HEIGHT), fill=NEAR)


def fields(draw):
    _hills(draw, 210, 26, 220, 80, FAR)
    _hills(draw, 270, 18, 300, 400, RAPS)
    _hills(draw, 340, 14, 260, 0, NEAR)
    _house(draw, 320, 330, 120, 70)
    for x in (760, 830, 900):
        draw.rectangle((x - 5, 250, x + 5, 320), fill=DARK)
        draw.ellipse((x - 36, 170, x + 36, 270), fill=NEAR)


def network(draw):
    _hills(draw, 320, 18, 240, 0, FAR)
    places = [(180, 200), (420, 120), (640, 240), (880, 140), (1100, 270)]
    for first, second in ((0, 1), (1, 2), (2, 3), (3, 4), (0, 2), (1, 3), (2, 4)):
        draw.line((*places[first], *places[second]), fill=NEAR, width=6)
    for x, y in places:
        draw.ellipse((x - 34, y - 34, x + 34, y + 34), fill=DARK)
        draw.ellipse((x - 14, y - 14, x + 14, y + 14), fill=WHITE)


SCENES = {"lake": lake, "town": town, "fields": fields, "network": network}
