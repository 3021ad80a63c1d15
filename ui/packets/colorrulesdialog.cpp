// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/colorrulesdialog.h"

#include "ui/parts/filterfield.h"
#include "ui/parts/page.h"
#include "ui/parts/rulecolors.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QUndoCommand>
#include <QVBoxLayout>

namespace Trackhand {

namespace {

enum EditKind { NoKind = -1, NameEdit, FilterEdit };

/// One step: all rules before and after it. They are few.
class RulesChange : public QUndoCommand {
public:
    struct State {
        ColorRuleList rules;
        int row = -1; ///< the selected one
    };
    using Show = std::function<void(const ColorRuleList &, int)>;

    RulesChange(const QString &text, State before, State after, int kind, Show show)
        : QUndoCommand(text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_kind(kind)
        , m_show(std::move(show))
    {
    }

    int id() const override { return m_kind; }
    void undo() override { m_show(m_before.rules, m_before.row); }
    void redo() override { m_show(m_after.rules, m_after.row); }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const RulesChange *>(other);
        if (next->m_after.row != m_after.row) {
            return false;
        }
        m_after = next->m_after;
        return true;
    }

private:
    State m_before;
    State m_after;
    int m_kind;
    Show m_show;
};

} // namespace

ColorRulesDialog::ColorRulesDialog(const ColorRuleList &rules, QWidget *parent)
    : QDialog(parent)
    , m_table(createTable(&m_model, {QStringLiteral("Connections of the office"), QString()}, this))
    , m_form(new QWidget(this))
    , m_name(new QLineEdit(m_form))
    , m_filter(new FilterField(tr("Filter"), tr("helper == \"ftp\" && verdict != accept"), m_form))
    , m_hue(new QComboBox(m_form))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_up(new QPushButton(tr("&Up"), this))
    , m_down(new QPushButton(tr("D&own"), this))
    , m_defaults(new QPushButton(tr("De&faults"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Colour rules"));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(buildTable(), 1);
    middle->addWidget(buildSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    auto *explanation = new QLabel(tr("A packet takes the colour of the first rule whose filter it passes. Its name "
                                      "stands in the column \"Rule\"."),
        this);
    explanation->setWordWrap(true);
    layout->addWidget(explanation);
    layout->addLayout(middle, 1);
    layout->addWidget(buildForm());
    layout->addWidget(m_buttons);
    connectFields();
    showRules(rules, rules.isEmpty() ? -1 : 0);
    resize(720, 520);
}

QPushButton *ColorRulesDialog::okButton() const
{
    return m_buttons->button(QDialogButtonBox::Ok);
}

QWidget *ColorRulesDialog::buildTable()
{
    m_table->setAccessibleName(tr("Colour rules"));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->horizontalHeader()->setSectionsMovable(false);
    return m_table;
}

QWidget *ColorRulesDialog::buildForm()
{
    auto *layout = new QFormLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addRow(tr("&Name"), m_name);
    layout->addRow(tr("F&ilter"), m_filter);
    layout->addRow(QString(), m_filter->problem());
    layout->addRow(tr("&Colour"), m_hue);
    for (int hue = 0; hue < RuleHueCount; ++hue) {
        m_hue->addItem(hueIcon(RuleHue(hue), palette()), hueName(RuleHue(hue)));
    }
    m_hue->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return m_form;
}

QWidget *ColorRulesDialog::buildSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down, m_defaults}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    addStep(layout, tr("Undo"), QKeySequence::Undo, m_undo.createUndoAction(this, tr("Undo")));
    addStep(layout, tr("Redo"), QKeySequence::Redo, m_undo.createRedoAction(this, tr("Redo")));
    return side;
}

void ColorRulesDialog::addStep(QVBoxLayout *layout, const QString &text, const QKeySequence &keys, QAction *action)
{
    action->setShortcut(keys);
    addAction(action);
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setToolTip(action->text()); // says what would be undone
        button->setEnabled(action->isEnabled());
    };
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, follow);
    follow();
    layout->addWidget(button);
}

void ColorRulesDialog::connectFields()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ColorRulesDialog::showRule);
    connect(&m_model, &ColorRuleModel::enabledWanted, this, [this](int row, bool enabled) {
        ColorRuleList rules = m_model.rules();
        rules[row].enabled = enabled;
        change(enabled ? tr("switching a rule on") : tr("switching a rule off"), rules, row);
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        edit(NameEdit, tr("naming a rule"), [text](ColorRule &rule) { rule.name = text; });
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        edit(FilterEdit, tr("changing a filter"), [text](ColorRule &rule) { rule.filter = text; });
    });
    connect(m_hue, &QComboBox::activated, this, [this](int hue) {
        edit(NoKind, tr("choosing a colour"), [hue](ColorRule &rule) { rule.hue = RuleHue(hue); });
    });
    connect(m_add, &QPushButton::clicked, this, &ColorRulesDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ColorRulesDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(
        m_defaults, &QPushButton::clicked, this, [this] { change(tr("taking the defaults"), defaultColorRules(), 0); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

int ColorRulesDialog::currentRow() const
{
    return m_table->currentIndex().row();
}

void ColorRulesDialog::change(const QString &what, const ColorRuleList &rules, int row, int kind)
{
    m_undo.push(new RulesChange(what, {m_model.rules(), currentRow()}, {rules, row}, kind,
        [this](const ColorRuleList &wanted, int wantedRow) { showRules(wanted, wantedRow); }));
}

void ColorRulesDialog::edit(int kind, const QString &what, const std::function<void(ColorRule &)> &deed)
{
    const int row = currentRow();
    if (row < 0 || m_showing) {
        return;
    }
    ColorRuleList rules = m_model.rules();
    deed(rules[row]);
    if (rules != m_model.rules()) {
        change(what, rules, row, kind);
    }
}

void ColorRulesDialog::showRules(const ColorRuleList &rules, int row)
{
    m_model.setRules(rules);
    m_table->setCurrentIndex(m_model.index(row, 0));
    showRule();
}

void ColorRulesDialog::showRule()
{
    const ColorRule rule = m_model.rules().value(currentRow());
    m_showing = true;
    if (m_name->text() != rule.name) { // or the cursor would jump to the end
        m_name->setText(rule.name);
    }
    if (m_filter->text() != rule.filter) {
        m_filter->setText(rule.filter);
    }
    m_hue->setCurrentIndex(int(rule.hue));
    m_showing = false;
    m_filter->check();
    updateButtons();
}

void ColorRulesDialog::updateButtons()
{
    const int row = currentRow();
    const ColorRuleList &all = m_model.rules();
    m_form->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < all.size() - 1);
    m_defaults->setEnabled(all != defaultColorRules());
    const bool good = std::all_of(all.begin(), all.end(),
        [](const ColorRule &rule) { return !rule.enabled || ColorRuleModel::problemOf(rule).isEmpty(); });
    okButton()->setEnabled(good);
    okButton()->setToolTip(good ? QString() : tr("A rule that is on has a filter that is none."));
}

void ColorRulesDialog::add()
{
    ColorRuleList rules = m_model.rules();
    const int row = currentRow() + 1;
    rules.insert(row, {tr("New rule"), {}, RuleHue::Green, true});
    change(tr("adding a rule"), rules, row);
    m_name->setFocus();
    m_name->selectAll();
}

void ColorRulesDialog::remove()
{
    ColorRuleList rules = m_model.rules();
    rules.removeAt(currentRow());
    change(tr("removing a rule"), rules, qMin(currentRow(), int(rules.size()) - 1));
}

void ColorRulesDialog::move(int by)
{
    ColorRuleList rules = m_model.rules();
    rules.move(currentRow(), currentRow() + by);
    change(tr("moving a rule"), rules, currentRow() + by);
}

} // namespace Trackhand
