"""Pictures of plain shapes for the demo's news; no photograph of others is needed."""

from io import BytesIO
from PIL import Image
from PIL import ImageDraw


SIZE = WIDTH, HEIGHT = 1200, 675
SKY, SUN, SEA, DEEP, DARK = "#e3f0f1", "#f5c518", "#5fb6c1", "#167383", "#07343d"
WHITE, SAND, RED = "#ffffff", "#e9dcc0", "#a3201d"


def drawing(scene):
    """Return a drawing as the bytes of a PNG."""
    image = Image.new("RGB", SIZE, SKY)
    SCENES[scene](ImageDraw.Draw(image))
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def _house(draw, left, bottom, width, height):
    draw.rectangle((left, bottom - height, left + width, bottom), fill=WHITE)
    eaves, peak = bottom - height, (left + width // 2, bottom - height - width // 2)
    draw.polygon([(left - 16, eaves), (left + width + 16, eaves), peak], fill=RED)
    door = left + width * 3 // 8
    draw.rectangle((door, bottom - height // 2, door + width // 4, bottom), fill=DEEP)


def park(draw):
    draw.ellipse((960, 60, 1080, 180), fill=SUN)
    draw.rectangle((0, 330, WIDTH, 470), fill=SEA)
    draw.rectangle((0, 470, WIDTH, HEIGHT), fill=DEEP)
    draw.polygon([(420, HEIGHT), (760, HEIGHT), (640, 470), (600, 470)], fill=SAND)
    for left, top in ((120, 210), (300, 260), (860, 240)):
        draw.rectangle((left + 62, top + 180, left + 82, top + 330), fill=DARK)
        draw.ellipse((left, top, left + 144, top + 210), fill=DARK)
        draw.ellipse((left + 20, top + 20, left + 124, top + 180), fill=DEEP)


def lake(draw):
    draw.ellipse((180, 70, 300, 190), fill=SUN)
    draw.polygon([(0, 300), (260, 230), (620, 290), (WIDTH, 220), (WIDTH, 360), (0, 360)], DEEP)
    draw.rectangle((0, 340, WIDTH, HEIGHT), fill=SEA)
    draw.polygon([(120, HEIGHT), (520, HEIGHT), (420, 400), (360, 400)], fill=SAND)
    for left, right, top in ((120, 360, 400), (520, 420, 400)):
        draw.line((left, HEIGHT - 90, right, top - 40), fill=DARK, width=12)
    draw.polygon([(820, 520), (1060, 520), (1020, 570), (850, 570)], fill=DARK)
    draw.polygon([(930, 500), (930, 290), (820, 500)], fill=WHITE)
    draw.polygon([(950, 500), (950, 320), (1040, 500)], fill=WHITE)
    for left, top in ((600, 440), (640, 610), (1000, 630)):
        draw.line((left, top, left + 140, top), fill=WHITE, width=6)


def street(draw):
    draw.rectangle((0, 500, WIDTH, HEIGHT), fill=SAND)
    for left, height in ((90, 190), (350, 240), (610, 170), (870, 220)):
        _house(draw, left, 500, 200, height)
        draw.rectangle((left + 90, 500, left + 110, 590), fill=DARK)
    draw.line((100, 590, 1080, 590), fill=DARK, width=22)


def books(draw):
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=DARK)
    draw.ellipse((880, 70, 1000, 190), fill=SUN)
    draw.rectangle((90, 540, 1110, 570), fill=SAND)
    colours = (SEA, RED, WHITE, DEEP, SAND)
    for number in range(14):
        left, height = 120 + number * 68, 240 + (number * 53) % 130
        draw.rectangle((left, 540 - height, left + 58, 540), fill=colours[number % 5])
        draw.rectangle((left + 12, 575 - height, left + 46, 587 - height), fill=DARK)


def screen(draw):
    draw.rectangle((0, 540, WIDTH, HEIGHT), fill=SAND)
    draw.rounded_rectangle((220, 90, 800, 460), 24, fill=DARK)
    draw.rectangle((250, 120, 770, 430), fill=WHITE)
    draw.polygon([(460, 460), (560, 460), (600, 540), (420, 540)], fill=DARK)
    draw.rectangle((290, 155, 560, 185), fill=DEEP)
    for number, right in enumerate((730, 700, 730, 640, 710)):
        draw.rectangle((290, 215 + number * 38, right, 229 + number * 38), fill=SEA)
    draw.polygon([(880, 330), (1090, 330), (1120, 540), (850, 540)], fill=RED)
    draw.rectangle((940, 300, 1030, 334), fill=RED)


def bus(draw):
    draw.ellipse((60, 50, 180, 170), fill=SUN)
    draw.rectangle((0, 500, WIDTH, HEIGHT), fill=DARK)
    for left in range(40, WIDTH, 240):
        draw.rectangle((left, 585, left + 130, 597), fill=WHITE)
    draw.rounded_rectangle((210, 210, 890, 510), 36, fill=DEEP)
    for left in range(250, 840, 130):
        draw.rectangle((left, 250, left + 105, 360), fill=SKY)
    draw.rectangle((210, 400, 890, 424), fill=SUN)
    for left in (310, 690):
        draw.ellipse((left, 450, left + 110, 560), fill=WHITE)
        draw.ellipse((left + 22, 472, left + 88, 538), fill=DARK)
    draw.rectangle((1010, 260, 1026, 500), fill=DARK)
    draw.ellipse((958, 170, 1078, 290), fill=WHITE)
    for left in (996, 1028):
        draw.rectangle((left, 204, left + 12, 256), fill=DEEP)
    draw.rectangle((996, 224, 1040, 236), fill=DEEP)


def museum(draw):
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=DEEP)
    draw.polygon([(160, 500), (1040, 500), (1120, 600), (80, 600)], fill=SAND)
    draw.rectangle((180, 600, 220, HEIGHT), fill=SAND)
    draw.rectangle((980, 600, 1020, HEIGHT), fill=SAND)
    draw.ellipse((260, 330, 940, 560), fill=DARK)
    draw.ellipse((340, 370, 860, 530), fill=SEA)
    for left, bottom in ((430, 470), (560, 500), (690, 470)):
        _house(draw, left, bottom, 90, 70)
    draw.polygon([(420, 0), (780, 0), (700, 140), (500, 140)], fill=SUN)


def network(draw):
    draw.rectangle((0, 560, WIDTH, HEIGHT), fill=SEA)
    middle, places = (600, 290), ((130, 560), (400, 600), (680, 600), (950, 560))
    for left, bottom in places:
        draw.line((*middle, left + 70, bottom - 150), fill=DEEP, width=10)
        _house(draw, left, bottom, 140, 110)
    draw.ellipse((530, 220, 670, 360), fill=DARK)
    draw.ellipse((575, 265, 625, 315), fill=SUN)


SCENES = {
    "park": park,
    "lake": lake,
    "street": street,
    "books": books,
    "screen": screen,
    "bus": bus,
    "museum": museum,
    "network": network,
}
