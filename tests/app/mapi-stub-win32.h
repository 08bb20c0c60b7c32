/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A library that stands for a mail program. What it is told by the environment: */

/* Appends here what it was given. */
#define MAPI_STUB_RECORD "MAPI_STUB_RECORD"
/* What it returns, one call after another: numbers with a space between. */
#define MAPI_STUB_RESULTS "MAPI_STUB_RESULTS"
/* Returns only when this file is there. Not set: at once. */
#define MAPI_STUB_GATE "MAPI_STUB_GATE"
