/* Draw a modelled room: paths of light through triangles, materials that are formulas.

   trace SCENE TRIANGLES OUT.ppm WIDTH HEIGHT SAMPLES

   SCENE: lines as scene.py writes them. TRIANGLES: 25 floats each (three corners of place, normal
   and measure along and across in metres; the number of the material). Nothing is read but these,
   and chance comes from the number of the pixel: the same scene gives the same picture.
   Light of the sun is drawn as it falls; light of the sky, of lamps and what walls give back is
   smoothed along surfaces, for which a few samples suffice. */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { float x, y, z; } V;
static inline V v(float x, float y, float z) { V r = {x, y, z}; return r; }
static inline V add(V a, V b) { return v(a.x + b.x, a.y + b.y, a.z + b.z); }
static inline V sub(V a, V b) { return v(a.x - b.x, a.y - b.y, a.z - b.z); }
static inline V mul(V a, V b) { return v(a.x * b.x, a.y * b.y, a.z * b.z); }
static inline V scl(V a, float s) { return v(a.x * s, a.y * s, a.z * s); }
static inline float dot(V a, V b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline V cross(V a, V b) {
    return v(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}
static inline V norm(V a) { float l = sqrtf(dot(a, a)); return l > 0 ? scl(a, 1 / l) : a; }
static inline V mix(V a, V b, float t) { return add(scl(a, 1 - t), scl(b, t)); }
static inline float clampf(float x, float a, float b) { return x < a ? a : x > b ? b : x; }
static inline float smooth(float a, float b, float x) {
    float t = clampf((x - a) / (b - a), 0, 1);
    return t * t * (3 - 2 * t);
}
static inline float fract(float x) { return x - floorf(x); }

/* ---- chance and noise ---- */
typedef struct { uint32_t s; } Rng;
static inline uint32_t hash(uint32_t x) {
    x ^= x >> 16; x *= 0x7feb352dU; x ^= x >> 15; x *= 0x846ca68bU; x ^= x >> 16;
    return x;
}
static inline float rnd(Rng *r) {
    r->s = r->s * 747796405U + 2891336453U;
    uint32_t w = ((r->s >> ((r->s >> 28) + 4)) ^ r->s) * 277803737U;
    w = (w >> 22) ^ w;
    return (w >> 8) * (1.0f / 16777216.0f);
}
static inline float lattice(int x, int y, uint32_t seed) {
    return (hash((uint32_t)x * 73856093U ^ (uint32_t)y * 19349663U ^ seed * 83492791U) >> 8) *
           (1.0f / 16777216.0f);
}
static float noise(float x, float y, uint32_t seed) {
    int ix = (int)floorf(x), iy = (int)floorf(y);
    float fx = x - ix, fy = y - iy;
    fx = fx * fx * (3 - 2 * fx); fy = fy * fy * (3 - 2 * fy);
    float a = lattice(ix, iy, seed), b = lattice(ix + 1, iy, seed);
    float c = lattice(ix, iy + 1, seed), d = lattice(ix + 1, iy + 1, seed);
    return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
}
static float fbm(float x, float y, int octaves, uint32_t seed) {
    float sum = 0, part = 0.5f, all = 0;
    for (int i = 0; i < octaves; i++) {
        sum += part * noise(x, y, seed + i); all += part;
        part *= 0.5f; x *= 2.03f; y *= 2.03f;
    }
    return sum / all;
}
/* Return the distance to the edge of a cell (0: on it) and which cell it is. */
static float cells(float x, float y, uint32_t seed, uint32_t *which) {
    int ix = (int)floorf(x), iy = (int)floorf(y);
    float first = 9, second = 9;
    for (int j = -1; j <= 1; j++)
        for (int i = -1; i <= 1; i++) {
            int cx = ix + i, cy = iy + j;
            float px = cx + 0.15f + 0.7f * lattice(cx, cy, seed) - x;
            float py = cy + 0.15f + 0.7f * lattice(cx, cy, seed + 9) - y;
            float d = sqrtf(px * px + py * py);
            if (d < first) { second = first; first = d; *which = hash(cx * 7919 + cy * 104729); }
            else if (d < second) second = d;
        }
    return second - first;
}

/* ---- materials ---- */
enum { PLAIN, WOOD, BRICK, PLASTER, CLAY, COBBLE, STRAW, GRASS, RAPE, SEA, PANTILE, TILES, GLASS,
       CLOTH, THATCH, STRATA, FIRE, SAND, LEAVES, KINDS };
static const char *KIND[KINDS] = {"plain", "wood", "brick", "plaster", "clay", "cobble", "straw",
    "grass", "rape", "sea", "pantile", "tiles", "glass", "cloth", "thatch", "strata", "fire",
    "sand", "leaves"};
typedef struct { int kind; V a, b; float scale, gloss, glow, bump; } Mat;

/* Return the colour at (s, t) metres, the height there in `h` (metres). */
static V paint(const Mat *m, float s, float t, float *h) {
    uint32_t c = 0;
    float k, e, q;
    V col = m->a;
    *h = 0;
    switch (m->kind) {
    case WOOD: { /* s runs along the grain; boards of width scale */
        float board = floorf(t / m->scale), in = fract(t / m->scale);
        float tone = lattice((int)board, 3, 5), shift = 40 * tone;
        float wave = noise(s * 0.7f + shift, t * 3, 8) * 3;
        float grain = noise(s * 1.6f + shift, t * 90 + wave * 6, 1) * 0.6f +
                      noise(s * 6 + shift, t * 260, 2) * 0.4f;
        float ring = 0.5f + 0.5f * sinf((t * 70 + wave * 7 + shift));
        float gap = smooth(0, 0.035f, in) * smooth(0, 0.035f, 1 - in);
        col = mix(m->a, m->b, clampf(grain * 0.7f + ring * 0.25f + (tone - 0.5f) * 0.5f, 0, 1));
        col = scl(col, (0.72f + 0.5f * tone) * (0.25f + 0.75f * gap));
        col = scl(col, 0.8f + 0.4f * fbm(s * 0.8f, t * 1.4f, 3, 77));
        *h = gap * 0.012f + grain * 0.0016f;
        break;
    }
    case BRICK: {
        float row = floorf(t / 0.077f), y = fract(t / 0.077f) * 0.077f;
        float off = (((int)row) & 1) * 0.125f, col_i = floorf((s + off) / 0.25f);
        float x = fract((s + off) / 0.25f) * 0.25f;
        float rough = 0.003f * (noise(s * 70, t * 70, 4) - 0.5f);
        float ex = fminf(x, 0.25f - x) + rough, ey = fminf(y, 0.077f - y) + rough;
        float stone = smooth(0.004f, 0.009f, fminf(ex, ey));
        float tone = lattice((int)col_i, (int)row, 6), tint = lattice((int)col_i, (int)row, 16);
        V red = scl(mix(m->a, v(m->a.x * 0.75f, m->a.y * 0.62f, m->a.z * 0.6f), tint),
                    0.75f + 0.5f * tone);
        red = scl(red, 0.82f + 0.36f * fbm(s * 26, t * 26, 3, 12));
        col = mix(scl(m->b, 0.75f + 0.4f * noise(s * 120, t * 120, 3)), red, stone);
        col = scl(col, 0.82f + 0.3f * fbm(s * 0.6f, t * 0.6f, 4, 50));
        *h = stone * 0.007f + 0.0025f * noise(s * 60, t * 60, 7) * stone;
        break;
    }
    case PLASTER:
        k = fbm(s * 1.1f, t * 1.1f, 5, 21);
        e = fbm(s * 9, t * 9, 4, 31);
        col = mix(m->a, m->b, smooth(0.5f, 0.85f, k) * 0.8f);
        col = scl(col, 0.9f + 0.2f * e);
        *h = 0.012f * fbm(s * 3, t * 3, 3, 41) + 0.003f * e;
        break;
    case CLAY:
        k = fbm(s * 0.9f, t * 0.9f, 5, 61);
        e = cells(s * 3.2f + k * 2, t * 3.2f + k * 2, 62, &c);
        q = smooth(0, 0.05f, e);
        col = mix(m->a, m->b, k);
        col = scl(col, (0.8f + 0.2f * q) * (0.8f + 0.4f * fbm(s * 14, t * 14, 4, 63)));
        *h = 0.03f * k + 0.004f * q + 0.006f * fbm(s * 20, t * 20, 3, 64);
        break;
    case COBBLE:
        e = cells(s / m->scale, t / m->scale, 71, &c);
        q = smooth(0.02f, 0.32f, e);
        k = (c & 255) / 255.0f;
        col = mix(m->a, v(m->a.x * 1.1f, m->a.y * 0.86f, m->a.z * 0.72f), ((c >> 8) & 255) / 255.0f);
        col = mix(m->b, scl(col, 0.7f + 0.5f * k), smooth(0.03f, 0.12f, e));
        col = scl(col, 0.8f + 0.4f * fbm(s * 30, t * 30, 3, 72));
        *h = 0.05f * sqrtf(q) + 0.004f * fbm(s * 40, t * 40, 2, 73);
        break;
    case STRAW: {
        float best = 0;
        for (int i = 0; i < 5; i++) {
            float a = i * 1.13f + 1.5f * noise(s * 1.5f, t * 1.5f, 80 + i);
            float x = s * cosf(a) + t * sinf(a), y = -s * sinf(a) + t * cosf(a);
            float l = noise(x * 5 + 17 * i, y * 150, 90 + i);
            if (l > best) best = l;
        }
        k = fbm(s * 2, t * 2, 3, 99);
        col = scl(mix(m->b, m->a, smooth(0.45f, 0.95f, best)), 0.75f + 0.5f * k);
        *h = 0.03f * best + 0.1f * k;
        break;
    }
    case GRASS: case RAPE:
        k = fbm(s * 0.35f, t * 0.35f, 4, 101);
        e = fbm(s * 19, t * 19, 3, 102);
        q = noise(s * 60, t * 60, 103);
        col = mix(m->a, m->b, clampf(k * 0.7f + (e - 0.5f) * 1.3f + 0.15f, 0, 1));
        col = scl(col, 0.65f + 0.7f * q);
        *h = 0.05f * e + 0.02f * q;
        break;
    case SEA:
        k = fbm(s * 0.05f, t * 0.02f, 3, 111);
        col = mix(m->a, m->b, k);
        e = 0.5f * fbm(s * 0.35f, t * 0.14f, 4, 112) + 0.18f * fbm(s * 1.7f, t * 0.9f, 3, 113);
        *h = e * m->scale;
        break;
    case PANTILE: {
        float row = floorf(t / 0.33f), y = fract(t / 0.33f), x = fract(s / 0.22f);
        float tone = lattice((int)floorf(s / 0.22f), (int)row, 121);
        float wave = 0.5f + 0.5f * sinf(x * 6.2832f);
        col = scl(mix(m->a, m->b, tone * 0.6f), (0.6f + 0.5f * wave) * smooth(0, 0.1f, y));
        col = scl(col, 0.8f + 0.4f * fbm(s * 8, t * 8, 3, 122));
        *h = 0.03f * wave + 0.025f * (1 - y);
        break;
    }
    case TILES: {
        float x = fract(s / m->scale), y = fract(t / m->scale);
        int i = (int)floorf(s / m->scale), j = (int)floorf(t / m->scale);
        float edge = fminf(fminf(x, 1 - x), fminf(y, 1 - y)) * m->scale;
        q = smooth(0.002f, 0.006f, edge);
        k = lattice(i, j, 131);
        col = scl(m->a, 0.82f + 0.36f * k);
        col = scl(col, 0.85f + 0.3f * fbm(s * 12, t * 12, 3, 132));
        col = mix(m->b, col, q);
        *h = 0.004f * q;
        break;
    }
    case GLASS: { /* leaded panes: a and b in turn */
        float x = fract((s + t) / m->scale), y = fract((s - t) / m->scale);
        int i = (int)floorf((s + t) / m->scale), j = (int)floorf((s - t) / m->scale);
        float edge = fminf(fminf(x, 1 - x), fminf(y, 1 - y));
        k = lattice(i, j, 141);
        col = k > 0.72f ? m->b : mix(m->a, v(1, 1, 1), 0.3f + 0.4f * lattice(i, j, 142));
        col = scl(col, smooth(0.02f, 0.06f, edge) * (0.8f + 0.2f * k));
        break;
    }
    case CLOTH:
        k = smooth(0.42f, 0.5f, fabsf(fract(s / m->scale) - 0.5f));
        q = 0.5f + 0.5f * sinf(s * 900) * sinf(t * 900);
        col = scl(mix(m->a, m->b, k), 0.75f + 0.3f * q * noise(s * 30, t * 200, 151));
        *h = 0.02f * fbm(s * 2.5f, t * 2.5f, 2, 152) + 0.001f * q;
        break;
    case THATCH:
        k = noise(s * 140, t * 2.2f, 161) * 0.6f + noise(s * 400, t * 6, 162) * 0.4f;
        e = fract(t / 0.45f + 0.25f * fbm(s * 3, t, 2, 163));
        col = scl(mix(m->a, m->b, k), (0.7f + 0.35f * e) * (0.7f + 0.6f * fbm(s, t, 4, 164)));
        *h = 0.02f * k + 0.04f * e;
        break;
    case STRATA:
        k = fbm(s * 0.5f, t * 2.4f, 5, 171);
        e = fbm(s * 3, t * 5, 4, 172);
        q = noise(s * 2.1f, t * 0.2f, 173);
        col = mix(m->a, m->b, smooth(0.3f, 0.7f, k));
        col = scl(col, 0.6f + 0.5f * e + 0.25f * q);
        *h = 0.4f * e + 0.3f * q;
        break;
    case SAND: case LEAVES:
        k = fbm(s * 1.3f, t * 1.3f, 4, 181);
        e = fbm(s * 24, t * 24, 3, 182);
        col = scl(mix(m->a, m->b, k), 0.7f + 0.6f * e);
        *h = 0.03f * k + 0.012f * e;
        break;
    case FIRE:
        k = fbm(s * 9, t * 5, 3, 191);
        col = mix(m->a, m->b, k);
        break;
    default:
        k = fbm(s * 3, t * 3, 3, 201);
        col = scl(mix(m->a, m->b, fbm(s * 22, t * 22, 2, 202)), 0.85f + 0.3f * k);
        *h = 0.002f * k;
    }
    return col;
}

/* ---- the scene ---- */
typedef struct { V p[3], n[3]; float st[6]; V e1, e2, ds, dt; int mat; } Tri;
typedef struct { V o, u, w, n, c; float area; } Area;
typedef struct { V o, c; float r; } Lamp;
static Tri *tris; static int ntris;
static Mat mats[256]; static char names[256][40]; static int nmats;
static Area areas[64]; static int nareas;
static Lamp lamps[64]; static int nlamps;
static V eye, target, sun_d, sun_c, zenith, horizon, ambient;
static float fov, sun_size, clouds, exposure = 1, haze, skylit = 1;
static int is_view, has_sun;

static V sky(V d, int fine) {
    float up = clampf(d.y, 0, 1);
    V c = mix(horizon, zenith, powf(up, 0.45f));
    if (fine && clouds > 0 && d.y > 0.005f) {
        float far = 1.0f / (d.y + 0.09f), x = d.x * far, z = d.z * far;
        float body = fbm(x * 0.8f + 3, z * 0.8f, 6, 301);
        float cover = smooth(0.62f - 0.3f * clouds, 0.82f - 0.25f * clouds, body);
        float lit = fbm(x * 0.8f + 3.12f, z * 0.8f + 0.1f, 5, 301);
        V white = scl(v(1.0f, 0.985f, 0.96f), (1.0f + 0.9f * (body - lit)) * (0.55f + 0.5f * up) *
                      fmaxf(zenith.z * 1.7f, 0.4f));
        c = mix(c, white, cover * smooth(0.005f, 0.12f, d.y) * 0.85f);
    }
    if (has_sun) {
        float near = dot(d, sun_d);
        c = add(c, scl(sun_c, 0.05f * powf(clampf(near, 0, 1), 60)));
        c = add(c, scl(sun_c, 0.5f * powf(clampf(near, 0, 1), 1500)));
    }
    return c;
}

typedef struct { float lo[3], hi[3]; int first, count; } Node;
static Node *nodes; static int nnodes; static int *order;
static int build(int first, int count) {
    int id = nnodes++;
    float lo[3] = {FLT_MAX, FLT_MAX, FLT_MAX}, hi[3] = {-FLT_MAX, -FLT_MAX, -FLT_MAX};
    float clo[3] = {FLT_MAX, FLT_MAX, FLT_MAX}, chi[3] = {-FLT_MAX, -FLT_MAX, -FLT_MAX};
    for (int i = first; i < first + count; i++) {
        Tri *t = &tris[order[i]];
        for (int a = 0; a < 3; a++) {
            float mid = 0;
            for (int k = 0; k < 3; k++) {
                float x = (&t->p[k].x)[a];
                lo[a] = fminf(lo[a], x); hi[a] = fmaxf(hi[a], x); mid += x / 3;
            }
            clo[a] = fminf(clo[a], mid); chi[a] = fmaxf(chi[a], mid);
        }
    }
    memcpy(nodes[id].lo, lo, sizeof lo); memcpy(nodes[id].hi, hi, sizeof hi);
    nodes[id].first = first; nodes[id].count = count;
    if (count <= 3) return id;
    enum { BINS = 16 };
    float best = FLT_MAX; int axis = -1, cut = 0;
    for (int a = 0; a < 3; a++) {
        float span = chi[a] - clo[a];
        if (span < 1e-6f) continue;
        int n[BINS] = {0}; float bl[BINS][3], bh[BINS][3];
        for (int b = 0; b < BINS; b++)
            for (int k = 0; k < 3; k++) { bl[b][k] = FLT_MAX; bh[b][k] = -FLT_MAX; }
        for (int i = first; i < first + count; i++) {
            Tri *t = &tris[order[i]];
            float mid = ((&t->p[0].x)[a] + (&t->p[1].x)[a] + (&t->p[2].x)[a]) / 3;
            int b = (int)fminf(BINS - 1, (mid - clo[a]) / span * BINS);
            n[b]++;
            for (int k = 0; k < 3; k++)
                for (int p = 0; p < 3; p++) {
                    float x = (&t->p[p].x)[k];
                    bl[b][k] = fminf(bl[b][k], x); bh[b][k] = fmaxf(bh[b][k], x);
                }
        }
        for (int s = 1; s < BINS; s++) {
            float cost = 0;
            for (int side = 0; side < 2; side++) {
                float l[3] = {FLT_MAX, FLT_MAX, FLT_MAX}, h[3] = {-FLT_MAX, -FLT_MAX, -FLT_MAX};
                int c = 0;
                for (int b = side ? s : 0; b < (side ? BINS : s); b++) {
                    c += n[b];
                    for (int k = 0; k < 3; k++) { l[k] = fminf(l[k], bl[b][k]); h[k] = fmaxf(h[k], bh[b][k]); }
                }
                if (!c) { cost = FLT_MAX; break; }
                float x = h[0] - l[0], y = h[1] - l[1], z = h[2] - l[2];
                cost += c * (x * y + y * z + z * x);
            }
            if (cost < best) { best = cost; axis = a; cut = s; }
        }
    }
    if (axis < 0) return id;
    int i = first, j = first + count - 1;
    float span = chi[axis] - clo[axis];
    while (i <= j) {
        Tri *t = &tris[order[i]];
        float mid = ((&t->p[0].x)[axis] + (&t->p[1].x)[axis] + (&t->p[2].x)[axis]) / 3;
        if ((int)fminf(BINS - 1, (mid - clo[axis]) / span * BINS) < cut) i++;
        else { int o = order[i]; order[i] = order[j]; order[j--] = o; }
    }
    if (i == first || i == first + count) return id;
    nodes[id].count = 0;
    build(first, i - first);
    nodes[id].first = build(i, first + count - i); /* the left child follows its parent */
    return id;
}

typedef struct { float t, a, b; int tri; } Hit;
static int trace(V o, V d, float far, Hit *hit, int any) {
    int stack[64], top = 0, found = 0;
    V inv = v(1 / d.x, 1 / d.y, 1 / d.z);
    float best = far;
    stack[top++] = 0;
    while (top) {
        Node *n = &nodes[stack[--top]];
        float x0 = (n->lo[0] - o.x) * inv.x, x1 = (n->hi[0] - o.x) * inv.x;
        float y0 = (n->lo[1] - o.y) * inv.y, y1 = (n->hi[1] - o.y) * inv.y;
        float z0 = (n->lo[2] - o.z) * inv.z, z1 = (n->hi[2] - o.z) * inv.z;
        float in = fmaxf(fmaxf(fminf(x0, x1), fminf(y0, y1)), fmaxf(fminf(z0, z1), 0));
        float out = fminf(fminf(fmaxf(x0, x1), fmaxf(y0, y1)), fminf(fmaxf(z0, z1), best));
        if (!(in <= out * 1.00001f)) continue;
        if (n->count) {
            for (int i = n->first; i < n->first + n->count; i++) {
                Tri *t = &tris[order[i]];
                V q = cross(d, t->e2);
                float det = dot(t->e1, q);
                if (fabsf(det) < 1e-12f) continue;
                float f = 1 / det;
                V s = sub(o, t->p[0]);
                float a = f * dot(s, q);
                if (a < 0 || a > 1) continue;
                V r = cross(s, t->e1);
                float b = f * dot(d, r);
                if (b < 0 || a + b > 1) continue;
                float w = f * dot(t->e2, r);
                if (w > 1e-4f && w < best) {
                    if (any) return 1;
                    best = w; found = 1;
                    hit->t = w; hit->a = a; hit->b = b; hit->tri = order[i];
                }
            }
        } else {
            int left = (int)(n - nodes) + 1, right = n->first;
            stack[top++] = right; stack[top++] = left;
        }
    }
    return found;
}

typedef struct { V p, n, g, albedo, glow; float gloss; } Spot;
static void look_at(V o, V d, const Hit *h, int fine, Spot *s) {
    Tri *t = &tris[h->tri];
    const Mat *m = &mats[t->mat];
    float a = h->a, b = h->b, c = 1 - a - b, height, hs, ht;
    s->p = add(o, scl(d, h->t));
    s->g = norm(cross(t->e1, t->e2));
    s->n = norm(add(add(scl(t->n[0], c), scl(t->n[1], a)), scl(t->n[2], b)));
    if (dot(s->g, d) > 0) s->g = scl(s->g, -1);
    if (dot(s->n, s->g) < 0) s->n = scl(s->n, -1);
    float x = t->st[0] * c + t->st[2] * a + t->st[4] * b;
    float y = t->st[1] * c + t->st[3] * a + t->st[5] * b;
    if (fine || m->kind == GLASS || m->kind == CLOTH) s->albedo = paint(m, x, y, &height);
    else { s->albedo = scl(mix(m->a, m->b, 0.4f), 0.8f); height = 0; }
    s->gloss = m->gloss;
    s->glow = scl(s->albedo, m->glow);
    if (fine && m->bump > 0) {
        float step = fmaxf(0.0008f, h->t * 0.0006f);
        paint(m, x + step, y, &hs); paint(m, x, y + step, &ht);
        V slope = add(scl(t->ds, (hs - height) / step), scl(t->dt, (ht - height) / step));
        s->n = norm(sub(s->n, scl(slope, m->bump)));
        if (dot(s->n, d) > -0.02f) s->n = norm(sub(s->n, scl(d, dot(s->n, d) + 0.02f)));
    }
    s->albedo = v(fminf(s->albedo.x, 0.92f), fminf(s->albedo.y, 0.92f), fminf(s->albedo.z, 0.92f));
    s->p = add(s->p, scl(s->g, 1e-3f + 2e-5f * h->t));
}

static V from_sun(const Spot *s, Rng *r) {
    if (!has_sun) return v(0, 0, 0);
    V side = norm(cross(sun_d, v(0.3f, 0.1f, 0.9f))), up = cross(side, sun_d);
    float a = 6.2832f * rnd(r), q = sun_size * sqrtf(rnd(r));
    V d = norm(add(sun_d, add(scl(side, q * cosf(a)), scl(up, q * sinf(a)))));
    float c = dot(d, s->n);
    Hit h;
    if (c <= 0 || dot(d, s->g) <= 0 || trace(s->p, d, 1e4f, &h, 1)) return v(0, 0, 0);
    return scl(sun_c, c);
}
static V from_lights(const Spot *s, Rng *r) {
    int n = nareas + nlamps;
    if (!n) return v(0, 0, 0);
    float weight[128], all = 0;
    for (int i = 0; i < n; i++) {
        V to = i < nareas ? sub(add(areas[i].o, scl(add(areas[i].u, areas[i].w), 0.5f)), s->p)
                          : sub(lamps[i - nareas].o, s->p);
        V c = i < nareas ? scl(areas[i].c, areas[i].area) : lamps[i - nareas].c;
        weight[i] = (c.x + c.y + c.z) / (dot(to, to) + 0.05f) + 1e-5f;
        if (i < nareas && dot(areas[i].n, to) >= 0) weight[i] *= 0.02f;
        all += weight[i];
    }
    float pick = rnd(r) * all; int i = 0;
    while (i < n - 1 && (pick -= weight[i]) > 0) i++;
    float p = weight[i] / all, c, fall;
    V place, shine; Hit h;
    if (i < nareas) {
        place = add(areas[i].o, add(scl(areas[i].u, rnd(r)), scl(areas[i].w, rnd(r))));
        shine = areas[i].c;
    } else {
        Lamp *l = &lamps[i - nareas];
        float z = 2 * rnd(r) - 1, a = 6.2832f * rnd(r), q = sqrtf(1 - z * z);
        place = add(l->o, scl(v(q * cosf(a), z, q * sinf(a)), l->r));
        shine = l->c;
    }
    V d = sub(place, s->p); float far = sqrtf(dot(d, d)); d = scl(d, 1 / far);
    c = dot(d, s->n);
    if (c <= 0 || dot(d, s->g) <= 0) return v(0, 0, 0);
    fall = c / (far * far + 0.01f);
    if (i < nareas) fall *= fmaxf(0, -dot(d, areas[i].n)) * areas[i].area / 3.1416f;
    if (fall <= 0 || trace(s->p, d, far - 0.004f, &h, 1)) return v(0, 0, 0);
    return scl(shine, fall / p);
}
static V around(V n, Rng *r) {
    float a = 6.2832f * rnd(r), q = sqrtf(rnd(r)), z = sqrtf(fmaxf(0, 1 - q * q));
    V s = norm(cross(fabsf(n.x) > 0.5f ? v(0, 1, 0) : v(1, 0, 0), n)), t = cross(n, s);
    return norm(add(add(scl(s, q * cosf(a)), scl(t, q * sinf(a))), scl(n, z)));
}
/* Return the light that comes from elsewhere than the sun's own. */
static V given(const Spot *first, Rng *r) {
    static const float LIMIT = 6; /* no single sample outshines its neighbours */
    V sum = from_lights(first, r), part = v(1, 1, 1);
    Spot s = *first;
    for (int bounce = 0; bounce < 2; bounce++) {
        Hit h; V d = around(s.n, r);
        if (dot(d, s.g) <= 0) break;
        if (!trace(s.p, d, 1e4f, &h, 0)) { V c = sky(d, 0); float m = 3;
            c = v(fminf(c.x, m), fminf(c.y, m), fminf(c.z, m));
            sum = add(sum, mul(part, scl(c, skylit)));
            break; }
        V o = s.p;
        look_at(o, d, &h, 0, &s);
        part = mul(part, s.albedo);
        if (bounce) return add(sum, mul(part, ambient));
        sum = add(sum, mul(part, add(from_sun(&s, r), from_lights(&s, r))));
    }
    float most = fmaxf(sum.x, fmaxf(sum.y, sum.z));
    return most > LIMIT ? scl(sum, LIMIT / most) : sum;
}
static V mirrored(const Spot *s, V d, Rng *r) {
    V m = norm(sub(d, scl(s->n, 2 * dot(d, s->n))));
    if (dot(m, s->g) < 0.02f) m = norm(add(m, scl(s->g, 0.05f - dot(m, s->g))));
    Hit h; Spot there;
    if (!trace(s->p, m, 1e4f, &h, 0)) { V c = sky(m, 1); return v(fminf(c.x, 4), fminf(c.y, 4), fminf(c.z, 4)); }
    look_at(s->p, m, &h, 1, &there);
    V light = add(add(from_sun(&there, r), from_lights(&there, r)), ambient);
    return add(mul(there.albedo, light), there.glow);
}

static void read_scene(const char *path) {
    FILE *f = fopen(path, "r"); char line[512], kind[40];
    if (!f) { perror(path); exit(1); }
    while (fgets(line, sizeof line, f)) {
        float a[16]; char name[40];
        if (sscanf(line, "eye %f %f %f", a, a + 1, a + 2) == 3) eye = v(a[0], a[1], a[2]);
        else if (sscanf(line, "view %f %f %f %f", a, a + 1, a + 2, a + 3) == 4) {
            target = v(a[0], a[1], a[2]); fov = a[3]; is_view = 1;
        } else if (sscanf(line, "sky %f %f %f %f %f %f %f %f", a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6, a + 7) == 8) {
            zenith = v(a[0], a[1], a[2]); horizon = v(a[3], a[4], a[5]); clouds = a[6]; skylit = a[7];
        } else if (sscanf(line, "sun %f %f %f %f %f %f %f", a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6) == 7) {
            has_sun = 1; sun_d = norm(v(a[0], a[1], a[2])); sun_c = v(a[3], a[4], a[5]); sun_size = a[6];
        } else if (sscanf(line, "ambient %f %f %f", a, a + 1, a + 2) == 3) ambient = v(a[0], a[1], a[2]);
        else if (sscanf(line, "exposure %f", a) == 1) exposure = a[0];
        else if (sscanf(line, "haze %f", a) == 1) haze = a[0];
        else if (sscanf(line, "area %f %f %f %f %f %f %f %f %f %f %f %f", a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6, a + 7, a + 8, a + 9, a + 10, a + 11) == 12) {
            Area *l = &areas[nareas++];
            l->o = v(a[0], a[1], a[2]); l->u = v(a[3], a[4], a[5]); l->w = v(a[6], a[7], a[8]);
            l->c = v(a[9], a[10], a[11]);
            V c = cross(l->u, l->w); l->area = sqrtf(dot(c, c)); l->n = norm(c);
        } else if (sscanf(line, "lamp %f %f %f %f %f %f %f", a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6) == 7) {
            Lamp *l = &lamps[nlamps++];
            l->o = v(a[0], a[1], a[2]); l->r = a[3]; l->c = v(a[4], a[5], a[6]);
        } else if (sscanf(line, "material %39s %39s %f %f %f %f %f %f %f %f %f %f", name, kind, a, a + 1, a + 2, a + 3, a + 4, a + 5, a + 6, a + 7, a + 8, a + 9) == 12) {
            Mat *m = &mats[nmats]; strcpy(names[nmats++], name);
            m->kind = -1;
            for (int k = 0; k < KINDS; k++) if (!strcmp(KIND[k], kind)) m->kind = k;
            if (m->kind < 0) { fprintf(stderr, "no such kind: %s\n", kind); exit(1); }
            m->a = v(a[0], a[1], a[2]); m->b = v(a[3], a[4], a[5]);
            m->scale = a[6]; m->gloss = a[7]; m->glow = a[8]; m->bump = a[9];
        } else if (line[0] != '\n') { fprintf(stderr, "not understood: %s", line); exit(1); }
    }
    fclose(f);
}
static void read_triangles(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) { perror(path); exit(1); }
    fseek(f, 0, SEEK_END); ntris = ftell(f) / (25 * sizeof(float)); rewind(f);
    tris = malloc(sizeof(Tri) * ntris); nodes = malloc(sizeof(Node) * (2 * ntris + 1));
    order = malloc(sizeof(int) * ntris);
    for (int i = 0; i < ntris; i++) {
        float q[25]; Tri *t = &tris[i];
        if (fread(q, sizeof(float), 25, f) != 25) exit(1);
        for (int k = 0; k < 3; k++) {
            t->p[k] = v(q[8 * k], q[8 * k + 1], q[8 * k + 2]);
            t->n[k] = v(q[8 * k + 3], q[8 * k + 4], q[8 * k + 5]);
            t->st[2 * k] = q[8 * k + 6]; t->st[2 * k + 1] = q[8 * k + 7];
        }
        t->mat = (int)q[24]; order[i] = i;
        t->e1 = sub(t->p[1], t->p[0]); t->e2 = sub(t->p[2], t->p[0]);
        float s1 = t->st[2] - t->st[0], t1 = t->st[3] - t->st[1];
        float s2 = t->st[4] - t->st[0], t2 = t->st[5] - t->st[1], det = s1 * t2 - s2 * t1;
        if (fabsf(det) > 1e-9f) {
            t->ds = norm(scl(sub(scl(t->e1, t2), scl(t->e2, t1)), 1 / det));
            t->dt = norm(scl(sub(scl(t->e2, s1), scl(t->e1, s2)), 1 / det));
        }
    }
    fclose(f);
    build(0, ntris);
}

/* ---- smoothing along surfaces ---- */
static V *soft, *other, *normal_, *place_; static int W, H;
static void smoothen(int step, float sharp) {
#pragma omp parallel for schedule(dynamic, 16)
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            int i = y * W + x; V sum = v(0, 0, 0); float all = 0;
            V n = normal_[i], p = place_[i];
            float far = sqrtf(dot(sub(p, eye), sub(p, eye))) + 0.01f;
            for (int dy = -2; dy <= 2; dy++)
                for (int dx = -2; dx <= 2; dx++) {
                    int xx = x + dx * step, yy = y + dy * step;
                    if (yy < 0 || yy >= H) continue;
                    if (is_view) { if (xx < 0 || xx >= W) continue; }
                    else xx = (xx + W) % W;
                    int j = yy * W + xx;
                    static const float K[3] = {0.375f, 0.25f, 0.0625f};
                    float c = dot(n, normal_[j]);
                    if (c <= 0.5f) continue;
                    float off = fabsf(dot(n, sub(place_[j], p))) / far;
                    float w = K[abs(dx)] * K[abs(dy)] * powf(c, sharp) * expf(-off * 160);
                    sum = add(sum, scl(soft[j], w)); all += w;
                }
            other[i] = all > 0 ? scl(sum, 1 / all) : soft[i];
        }
    V *swap = soft; soft = other; other = swap;
}
static float film(float x) { /* from light to what a picture shows */
    x *= exposure;
    x = (x * (2.51f * x + 0.03f)) / (x * (2.43f * x + 0.59f) + 0.14f);
    return powf(clampf(x, 0, 1), 1 / 2.2f);
}
int main(int argc, char **argv) {
    if (argc != 7) { fprintf(stderr, "trace SCENE TRIANGLES OUT WIDTH HEIGHT SAMPLES\n"); return 1; }
    read_scene(argv[1]); read_triangles(argv[2]);
    W = atoi(argv[4]); H = atoi(argv[5]); int samples = atoi(argv[6]), n = W * H;
    soft = calloc(n, sizeof(V)); other = calloc(n, sizeof(V)); normal_ = calloc(n, sizeof(V));
    place_ = calloc(n, sizeof(V));
    V *albedo = calloc(n, sizeof(V)), *hard = calloc(n, sizeof(V)), *direct = calloc(n, sizeof(V));
    V ahead = norm(sub(target, eye)), right = norm(cross(ahead, v(0, 1, 0))), up = cross(right, ahead);
    float wide = tanf(fov * 3.14159f / 360);
#pragma omp parallel for schedule(dynamic, 4)
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            int i = y * W + x; Rng r = {hash(i * 9781U + 77U)};
            V al = v(0, 0, 0), ha = al, di = al, so = al, no = al, pl = al; int seen = 0, lit = 0;
            for (int k = 0; k < samples; k++) {
                float px = (x + rnd(&r)) / W, py = (y + rnd(&r)) / H; V d;
                if (is_view)
                    d = norm(add(ahead, add(scl(right, (2 * px - 1) * wide),
                                            scl(up, (1 - 2 * py) * wide * H / W))));
                else { /* the middle of the picture looks along -z, to the right lies +x */
                    float a = (px - 0.5f) * 6.283185f, b = (0.5f - py) * 3.141593f;
                    d = v(cosf(b) * sinf(a), sinf(b), -cosf(b) * cosf(a));
                }
                Hit h; Spot s;
                if (!trace(eye, d, 1e4f, &h, 0)) { ha = add(ha, sky(d, 1)); continue; }
                look_at(eye, d, &h, 1, &s);
                float veil = haze > 0 ? 1 - expf(-h.t * haze) : 0;
                V air = horizon;
                float f = s.gloss > 0 ? s.gloss + (1 - s.gloss) * powf(1 - clampf(-dot(d, s.n), 0, 1), 5) : 0;
                V refl = s.gloss > 0 ? scl(mirrored(&s, d, &r), fminf(f, 1)) : v(0, 0, 0);
                V a = scl(s.albedo, (1 - veil));
                V sunny = from_sun(&s, &r);
                al = add(al, a); seen++;
                di = add(di, mul(a, sunny));
                ha = add(ha, add(scl(add(s.glow, refl), 1 - veil), scl(air, veil)));
                if (seen % 2) { so = add(so, given(&s, &r)); lit++; } /* every other one will do */
                no = add(no, s.g); pl = add(pl, s.p);
            }
            albedo[i] = scl(al, 1.0f / samples); hard[i] = scl(ha, 1.0f / samples);
            direct[i] = scl(di, 1.0f / samples);
            if (seen) { soft[i] = scl(so, 1.0f / lit); normal_[i] = norm(no); place_[i] = scl(pl, 1.0f / seen); }
        }
    smoothen(1, 8); smoothen(2, 8); smoothen(4, 16);
    if (W >= 1500) smoothen(8, 24);
    FILE *f = fopen(argv[3], "wb");
    if (!f) { perror(argv[3]); return 1; }
    fprintf(f, "P6\n%d %d\n255\n", W, H);
    for (int i = 0; i < n; i++) {
        V c = add(add(mul(albedo[i], soft[i]), direct[i]), hard[i]);
        uint8_t b[3] = {(uint8_t)(film(c.x) * 255 + 0.5f), (uint8_t)(film(c.y) * 255 + 0.5f), (uint8_t)(film(c.z) * 255 + 0.5f)};
        fwrite(b, 1, 3, f);
    }
    fclose(f);
    return 0;
}
