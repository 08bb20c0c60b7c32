/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mapi-stub-win32.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <windows.h>

/* As Microsoft's description of MAPI.h has them. */

typedef struct
{
  ULONG ulReserved;
  ULONG ulRecipClass;
  PWSTR lpszName;
  PWSTR lpszAddress;
  ULONG ulEIDSize;
  PVOID lpEntryID;
} MapiRecipDescW;

typedef struct
{
  ULONG ulReserved;
  ULONG flFlags;
  ULONG nPosition;
  PWSTR lpszPathName;
  PWSTR lpszFileName;
  PVOID lpFileType;
} MapiFileDescW;

typedef struct
{
  ULONG ulReserved;
  PWSTR lpszSubject;
  PWSTR lpszNoteText;
  PWSTR lpszMessageType;
  PWSTR lpszDateReceived;
  PWSTR lpszConversationID;
  ULONG flFlags;
  MapiRecipDescW *lpOriginator;
  ULONG nRecipCount;
  MapiRecipDescW *lpRecips;
  ULONG nFileCount;
  MapiFileDescW *lpFiles;
} MapiMessageW;

__declspec(dllexport) ULONG WINAPI
  MAPISendMailW (ULONG_PTR session, ULONG_PTR window, MapiMessageW *message, ULONG flags, ULONG reserved);

static void
append_text (GString *record, const wchar_t *text)
{
  g_autofree char *narrow = g_utf16_to_utf8 ((const gunichar2 *) text, -1, NULL, NULL, NULL);

  g_string_append (record, narrow != NULL ? narrow : "?");
}

static void
append_recipient (GString *record, const MapiRecipDescW *recipient)
{
  g_string_append_printf (record, "%lu: ", recipient->ulRecipClass);
  append_text (record, recipient->lpszName);
  g_string_append (record, " <");
  append_text (record, recipient->lpszAddress);
  g_string_append (record, ">\n");
}

/* With what is in it, as a mail program takes it. */
static void
append_file (GString *record, const MapiFileDescW *file)
{
  g_autofree char *path = g_utf16_to_utf8 ((gunichar2 *) file->lpszPathName, -1, NULL, NULL, NULL);
  g_autofree char *content = NULL;

  append_text (record, file->lpszFileName);
  g_string_append_printf (record, " at %ld: ", (LONG) file->nPosition);
  g_string_append (record, g_file_get_contents (path, &content, NULL, NULL) ? content : "not there");
  g_string_append_c (record, '\n');
}

static void
append_message (GString *record, const MapiMessageW *message, ULONG flags)
{
  g_string_append_printf (record, "flags %lx\n", flags);
  for (ULONG i = 0; i < message->nRecipCount; i++)
    append_recipient (record, &message->lpRecips[i]);
  append_text (record, message->lpszSubject);
  g_string_append_c (record, '\n');
  append_text (record, message->lpszNoteText);
  g_string_append_c (record, '\n');
  for (ULONG i = 0; i < message->nFileCount; i++)
    append_file (record, &message->lpFiles[i]);
}

static void
write_record (const MapiMessageW *message, ULONG flags)
{
  const char *path = g_getenv (MAPI_STUB_RECORD);
  g_autofree char *before = NULL;
  g_autoptr (GString) record = NULL;

  g_file_get_contents (path, &before, NULL, NULL);
  record = g_string_new (before);
  append_message (record, message, flags);
  g_file_set_contents (path, record->str, -1, NULL);
}

/* The first of the results that are left; without any it went well. */
static ULONG
take_result (void)
{
  g_auto (GStrv) results = g_strsplit (g_getenv (MAPI_STUB_RESULTS), " ", 2);

  g_setenv (MAPI_STUB_RESULTS, results[0] != NULL && results[1] != NULL ? results[1] : "", TRUE);
  return results[0] != NULL ? (ULONG) g_ascii_strtoull (results[0], NULL, 10) : 0;
}

/* A mail program in whose window nobody does anything until the test lets it go. */
ULONG WINAPI
MAPISendMailW (ULONG_PTR session, ULONG_PTR window, MapiMessageW *message, ULONG flags, ULONG reserved)
{
  const char *gate = g_getenv (MAPI_STUB_GATE);

  write_record (message, flags);
  g_chdir (g_get_tmp_dir ());
  while (gate != NULL && !g_file_test (gate, G_FILE_TEST_EXISTS))
    Sleep (10);
  return take_result ();
}
