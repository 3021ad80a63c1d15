// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/editorcolors.h"

#include "ui/colors/contrast.h"

namespace Trackhand {

namespace {

constexpr double CurrentShare = 0.04; // of the way from the ground to the text
constexpr double SaidShare = 0.16; // of the way to what is selected

/// Before it is made readable.
QColor wantedColor(Syntax syntax, const QPalette &palette)
{
    switch (syntax) {
    case Syntax::Plain:
        break;
    case Syntax::Comment:
        return between(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.4);
    case Syntax::Keyword:
        return {0x8a, 0x4f, 0xc8};
    case Syntax::Quoted:
        return {0x2f, 0x8f, 0x4e};
    case Syntax::Number:
        return {0xb8, 0x6a, 0x12};
    case Syntax::Function:
        return {0x2a, 0x76, 0xc6};
    case Syntax::Problem:
        return {0xd0, 0x34, 0x34};
    }
    return palette.color(QPalette::Text);
}

} // namespace

QColor syntaxColor(Syntax syntax, const QPalette &palette)
{
    const QColor ink = palette.color(QPalette::Text);
    QColor color = wantedColor(syntax, palette);
    for (int ground = 0; ground < LineGroundCount; ++ground) {
        color = readable(color, lineGround(LineGround(ground), palette), ink, TextContrast);
    }
    return color;
}

QColor lineGround(LineGround ground, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor ink = palette.color(QPalette::Text);
    switch (ground) {
    case LineGround::Usual:
        break;
    case LineGround::Current:
        return between(base, ink, CurrentShare);
    case LineGround::Said: {
        const QColor said = between(base, palette.color(QPalette::Highlight), SaidShare);
        return contrast(said, ink) >= TextContrast ? said : base;
    }
    }
    return base;
}

} // namespace Trackhand
