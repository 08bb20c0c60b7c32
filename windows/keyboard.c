/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyboard layout for wine, which has none: GDK reads its tables to know what Ctrl+A is. Part of the tests,
 * not of what is installed. The structures are those that every layout of Windows hands out. */
#include <windows.h>

#define N_LETTERS 26
#define N_DIGITS 10

typedef struct
{
  BYTE key;
  BYTE modifier;
} ModifierKey;

typedef struct
{
  const ModifierKey *keys;
  WORD last;
  BYTE columns[4]; /* by modifiers: none, Shift, Ctrl, Shift and Ctrl */
} Modifiers;

typedef struct
{
  BYTE key;
  BYTE caps_lock_shifts;
  WCHAR characters[2]; /* alone and with Shift */
} Key;

typedef struct
{
  const Key *keys;
  BYTE n_characters;
  BYTE key_size;
} KeyTable;

typedef struct
{
  const Modifiers *modifiers;
  const KeyTable *tables;
  const void *dead_keys, *names, *extended_names, *dead_names;
  const USHORT *scan_codes;
  BYTE last_scan_code;
  const void *scan_codes_e0, *scan_codes_e1;
  DWORD flags;
  BYTE longest_ligature, ligature_size;
  const void *ligatures;
} Layout;

static const ModifierKey modifier_keys[] = { { VK_SHIFT, 1 }, { VK_CONTROL, 2 }, { VK_MENU, 4 }, { 0, 0 } };
static const Modifiers modifiers = { modifier_keys, 3, { 0, 1, 2, 3 } };

static Key letters[N_LETTERS + 1];
static Key digits[N_DIGITS + 1];
static const Key signs[] = {
  { VK_SPACE, 0, { ' ', ' ' } },      { VK_TAB, 0, { '\t', '\t' } },
  { VK_OEM_1, 0, { ';', ':' } },      { VK_OEM_PLUS, 0, { '=', '+' } },
  { VK_OEM_COMMA, 0, { ',', '<' } },  { VK_OEM_MINUS, 0, { '-', '_' } },
  { VK_OEM_PERIOD, 0, { '.', '>' } }, { VK_OEM_2, 0, { '/', '?' } },
  { VK_OEM_3, 0, { '`', '~' } },      { VK_OEM_4, 0, { '[', '{' } },
  { VK_OEM_5, 0, { '\\', '|' } },     { VK_OEM_6, 0, { ']', '}' } },
  { VK_OEM_7, 0, { '\'', '"' } },     { 0, 0, { 0, 0 } },
};

static const KeyTable tables[] = {
  { letters, 2, sizeof (Key) },
  { digits, 2, sizeof (Key) },
  { signs, 2, sizeof (Key) },
  { NULL, 0, 0 },
};

static const Layout layout = { .modifiers = &modifiers, .tables = tables };

const Layout *KbdLayerDescriptor (void);

__declspec(dllexport) const Layout *KbdLayerDescriptor (void)
{
  static const char shifted[] = ")!@#$%^&*(";

  for (int i = 0; i < N_LETTERS; i++)
    letters[i] = (Key){ 'A' + i, 1, { 'a' + i, 'A' + i } };
  for (int i = 0; i < N_DIGITS; i++)
    digits[i] = (Key){ '0' + i, 0, { '0' + i, shifted[i] } };
  return &layout;
}
